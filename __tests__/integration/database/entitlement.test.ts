import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { endAsOps, replaceWithHold } from '@/__tests__/support/end-as-ops';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// A live session needs an active ST and an active enrollment with a session left.

const INSERT = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
  VALUES ($1, $2, $3) RETURNING id`;
const IN_A_MINUTE = new Date(NOW.getTime() + 60_000);
const day = (date: number) => new Date(Date.UTC(2026, 2, date, 15));

/** A student who may have one session, and has it, on the 5th. */
async function allUsed() {
  const { courseId, st } = await createScene();
  const enrollment = await createEnrollment({ courseId, sessionCount: 1 });
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: day(5),
  });
  return { courseId, st, enrollment, id };
}

beforeEach(truncate);
afterEach(() => setDatabaseTime(NOW));

test('no more sessions can be booked than the enrollment has, until it has more', async () => {
  const { enrollment, st } = await allUsed();
  expect(await refusalOf(INSERT, enrollment.id, st.id, day(6))).toMatchObject({
    code: 'PL001',
    message: 'All 1 sessions of this enrollment are used.',
    hint: 'To extend the enrollment, raise its session_count.',
  });
  await sql('UPDATE enrollments SET session_count = 2 WHERE id = $1', enrollment.id);
  await sql(INSERT, enrollment.id, st.id, day(6));
});

test.each([
  ['cancelled', 'free'],
  ['expired', 'free'],
  ['completed', 'used'],
  ['no_show', 'used'],
])('the enrollment place of a session that is %s is %s', async (status, place) => {
  const { enrollment, st, id } = await allUsed();
  await endAsOps(id, status);
  const insert = sql(INSERT, enrollment.id, st.id, day(6));
  if (place === 'free') await expect(insert).resolves.toHaveLength(1);
  else await expect(insert).rejects.toMatchObject({ code: 'PL001' });
});

test('a hold uses a session until it runs out', async () => {
  const { enrollment, st, id } = await allUsed();
  await replaceWithHold(id, IN_A_MINUTE);
  expect(await refusalOf(INSERT, enrollment.id, st.id, day(6))).toMatchObject({ code: 'PL001' });
  await setDatabaseTime(IN_A_MINUTE);
  await sql(INSERT, enrollment.id, st.id, day(6));
});

test.each([
  ['confirmed', `status = 'scheduled'`],
  [
    'held again',
    `status = 'pending_payment', hold_expires_at = database_now() + interval '1 hour'`,
  ],
])('a lapsed hold cannot be %s when its enrollment has no session left', async (_how, change) => {
  const { enrollment, st, id } = await allUsed();
  const hold = await replaceWithHold(id, IN_A_MINUTE);
  await setDatabaseTime(IN_A_MINUTE);
  const { id: next } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: day(6),
  });
  const again = `UPDATE sessions SET ${change} WHERE id = $1`;
  expect(await refusalOf(again, hold)).toMatchObject({ code: 'PL001' });
  await sql(`UPDATE sessions SET note = 'Paid late.' WHERE id = $1`, hold);
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, next);
  await sql(again, hold);
});

test('a hold that ran out cannot be confirmed with an ST or enrollment that is not active', async () => {
  const { enrollment, st, id } = await allUsed();
  const hold = await replaceWithHold(id, new Date(NOW.getTime() - 1_000));
  const confirm = `UPDATE sessions SET status = 'scheduled' WHERE id = $1`;
  await sql(`UPDATE sessions SET status = 'expired' WHERE id = $1`, hold);
  await sql('UPDATE student_teachers SET is_active = false WHERE id = $1', st.id);
  expect(await refusalOf(confirm, hold)).toMatchObject({ code: 'PL002' });
  await sql('UPDATE student_teachers SET is_active = true WHERE id = $1', st.id);
  await sql(`UPDATE enrollments SET status = 'completed' WHERE id = $1`, enrollment.id);
  expect(await refusalOf(confirm, hold)).toMatchObject({ code: 'PL003' });
});

test('an enrollment cannot include fewer sessions than are used, holds among them', async () => {
  const { enrollment, id } = await allUsed();
  const hold = await replaceWithHold(id, IN_A_MINUTE);
  const cut = 'UPDATE enrollments SET session_count = 0 WHERE id = $1';
  expect(await refusalOf(cut, enrollment.id)).toMatchObject({
    code: '23514',
    constraint: 'enrollments_sessions_used_fit',
  });
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, hold);
});

test('a cancelled session cannot be reopened when its enrollment has no session left', async () => {
  const { enrollment, st, id } = await allUsed();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  await sql(INSERT, enrollment.id, st.id, day(6));
  const back = await refusalOf(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(back).toMatchObject({ code: 'PL001' });
});

test('an ST of another course is refused', async () => {
  const { enrollment } = await createScene();
  const { st: stranger } = await createScene();
  expect(await refusalOf(INSERT, enrollment.id, stranger.id, day(6))).toMatchObject({
    code: '23503',
    message: 'Unknown enrollment, or this Student-Teacher does not teach its course.',
  });
});

test('booking clears "Schedule Later", also by ops, and a refused booking keeps it', async () => {
  const { courseId, st } = await allUsed();
  const next = await createSt({ courseId });
  const { id } = await createEnrollment({ courseId, deferredAt: new Date() });
  const deferred = () => sql('SELECT FROM enrollments WHERE deferred_at IS NOT NULL');
  await refusalOf(INSERT, id, st.id, day(5));
  expect(await deferred()).toHaveLength(1);
  await sql(INSERT, id, next.id, day(5));
  expect(await deferred()).toEqual([]);
});
