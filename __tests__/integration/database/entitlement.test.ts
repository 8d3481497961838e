import { truncate } from '@/__tests__/support/database';
import { endByHand, holdInstead } from '@/__tests__/support/end-by-hand';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// A live session needs an active ST and an active enrollment with a session left.

const INSERT = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
  VALUES ($1, $2, $3) RETURNING id`;
const RUN_OUT = `UPDATE sessions SET hold_expires_at = now() - interval '1 second' WHERE id = $1`;
const day = (date: number) => new Date(Date.UTC(2025, 2, date, 15));

/** A student who may have one session, and has it, on the 5th. */
async function allUsed() {
  const { courseId, st } = await createScene();
  const enrollment = await createEnrollment({ courseId, sessionCount: 1 });
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    studentTeacherId: st.id,
    scheduledStart: day(5),
  });
  return { courseId, st, enrollment, id };
}

beforeEach(truncate);

test('no more sessions than the enrollment has, until it has more', async () => {
  const { enrollment, st } = await allUsed();
  expect(await refusalOf(INSERT, enrollment.id, st.id, day(6))).toMatchObject({
    code: 'PL001',
    message: 'All 1 sessions of this enrollment are used.',
    hint: 'Raise session_count on the enrollment to extend it.',
  });
  await sql('UPDATE enrollments SET session_count = 2 WHERE id = $1', enrollment.id);
  await sql(INSERT, enrollment.id, st.id, day(6));
});

test.each([
  ['cancelled', 'free'],
  ['expired', 'free'],
  ['completed', 'used'],
  ['no_show', 'used'],
])('a session that is %s leaves its place %s', async (status, place) => {
  const { enrollment, st, id } = await allUsed();
  await endByHand(id, status);
  const insert = sql(INSERT, enrollment.id, st.id, day(6));
  if (place === 'free') await expect(insert).resolves.toHaveLength(1);
  else await expect(insert).rejects.toMatchObject({ code: 'PL001' });
});

test('a hold uses a session until it runs out', async () => {
  const { enrollment, st, id } = await allUsed();
  const hold = await holdInstead(id, new Date(Date.now() + 60_000));
  expect(await refusalOf(INSERT, enrollment.id, st.id, day(6))).toMatchObject({ code: 'PL001' });
  await sql(RUN_OUT, hold);
  await sql(INSERT, enrollment.id, st.id, day(6));
});

test.each([
  ['confirmed', `status = 'scheduled'`],
  ['prolonged', `hold_expires_at = now() + interval '1 hour'`],
])('a hold that ran out cannot be %s when its session has been used', async (_how, change) => {
  const { enrollment, st, id } = await allUsed();
  const hold = await holdInstead(id, new Date(Date.now() + 60_000));
  await sql(RUN_OUT, hold);
  const { id: next } = await createSession({
    enrollmentId: enrollment.id,
    studentTeacherId: st.id,
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
  const hold = await holdInstead(id, new Date(Date.now() - 1_000));
  const confirm = `UPDATE sessions SET status = 'scheduled' WHERE id = $1`;
  await sql('UPDATE student_teachers SET is_active = false WHERE id = $1', st.id);
  expect(await refusalOf(confirm, hold)).toMatchObject({ code: 'PL002' });
  await sql('UPDATE student_teachers SET is_active = true WHERE id = $1', st.id);
  await sql(`UPDATE enrollments SET status = 'completed' WHERE id = $1`, enrollment.id);
  expect(await refusalOf(confirm, hold)).toMatchObject({ code: 'PL003' });
});

test('a hold that has not run out is confirmed, though its enrollment has been cut short', async () => {
  const { enrollment, id } = await allUsed();
  const hold = await holdInstead(id, new Date(Date.now() + 60_000));
  await sql('UPDATE enrollments SET session_count = 0 WHERE id = $1', enrollment.id);
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, hold);
});

test('a cancelled session does not come back when its place has been used', async () => {
  const { enrollment, st, id } = await allUsed();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  await sql(INSERT, enrollment.id, st.id, day(6));
  const back = await refusalOf(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(back).toMatchObject({ code: 'PL001' });
});

test('of five plain inserts at once for the last session, one goes in', async () => {
  const { courseId, st } = await createScene();
  const enrollment = await createEnrollment({ courseId, sessionCount: 1 });
  const outcomes = await Promise.allSettled(
    [5, 6, 7, 8, 9].map((date) => sql(INSERT, enrollment.id, st.id, day(date))),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an ST who is not active takes no sessions, and keeps those there are', async () => {
  const { courseId, st, id } = await allUsed();
  await sql('UPDATE student_teachers SET is_active = false WHERE id = $1', st.id);
  const other = await createEnrollment({ courseId });
  expect(await refusalOf(INSERT, other.id, st.id, day(6))).toMatchObject({
    code: 'PL002',
    message: 'This Student-Teacher is not active.',
  });
  await sql('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', id, day(7));
});

test.each(['completed', 'cancelled'])(
  'an enrollment that is %s takes no sessions',
  async (status) => {
    const { courseId, st } = await createScene();
    const { id } = await createEnrollment({ courseId });
    await sql('UPDATE enrollments SET status = $2::enrollment_status WHERE id = $1', id, status);
    expect(await refusalOf(INSERT, id, st.id, day(6))).toMatchObject({
      code: 'PL003',
      message: 'This enrollment is not active.',
    });
  },
);

test('an ST of another course is refused', async () => {
  const { enrollment } = await createScene();
  const { st: stranger } = await createScene();
  expect(await refusalOf(INSERT, enrollment.id, stranger.id, day(6))).toMatchObject({
    code: '23514',
    message: 'This Student-Teacher does not teach the course of this enrollment.',
  });
});

test('booking clears "Schedule Later", even by hand, and a refused booking keeps it', async () => {
  const { courseId, st } = await allUsed();
  const next = await createSt({ courseId });
  const { id } = await createEnrollment({ courseId, deferredAt: new Date() });
  const deferred = () => sql('SELECT FROM enrollments WHERE deferred_at IS NOT NULL');
  await refusalOf(INSERT, id, st.id, day(5));
  expect(await deferred()).toHaveLength(1);
  await sql(INSERT, id, next.id, day(5));
  expect(await deferred()).toEqual([]);
});
