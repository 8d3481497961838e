import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun, setDatabaseTime } from '@/__tests__/support/database-time';
import { openDoctorTransaction } from '@/__tests__/support/doctor-transaction';
import { replaceWithHold } from '@/__tests__/support/end-as-ops';
import { createCourse, createSt } from '@/__tests__/support/factories';
import { anotherSession, bookedSession, daysFromNow } from '@/__tests__/support/ops';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';
import { createPrisma } from '@/lib/db/client';
import { seedDemoData } from '@/prisma/seed';

// Each test breaks one invariant past all guards, and the doctor must find it. All happens in one
// transaction, which is rolled back.

const { query, runWithoutTriggers, problems } = openDoctorTransaction();

beforeAll(letDatabaseTimeRun);
beforeEach(truncate);

/** A session that began some minutes ago, and still is as it was booked. Its mail has gone out. */
async function runningSession(minutesAgo: number) {
  await setDatabaseTime(daysFromNow(-30));
  const booked = await bookedSession({ start: new Date(Date.now() - minutesAgo * 60_000) });
  await sqlAsOwner(`UPDATE notifications SET status = 'sent' WHERE subject_id = $1`, booked.id);
  await letDatabaseTimeRun();
  return booked;
}

test('a healthy database has no problem', async () => {
  await bookedSession();
  await anotherSession((await runningSession(30)).st, daysFromNow(12));
  expect(await problems()).toEqual({});
});

test('the demo data has no problem', async () => {
  const ownerDb = createPrisma(process.env.DIRECT_DATABASE_URL ?? '');
  await seedDemoData(ownerDb, { now: new Date() });
  await ownerDb.$disconnect();
  expect(await problems()).toEqual({});
});

describe('claims', () => {
  test.each([
    ['is gone', 'DELETE FROM calendar_claims WHERE user_id = (SELECT student_id FROM sessions)'],
    ['is too short', `UPDATE calendar_claims SET ends_at = ends_at - interval '1 minute'`],
    ['is elsewhere', `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 minute'`],
    ['lacks the buffer', 'UPDATE sessions SET buffer_minutes = buffer_minutes + 5'],
  ])('of a live session that %s', async (_how, statement) => {
    const { id } = await bookedSession();
    await runWithoutTriggers(statement);
    expect(await problems()).toEqual({
      'Sessions with missing or wrong claims': { count: 1, ids: [id] },
    });
  });

  test('claims of sessions that are not live or were reassigned', async () => {
    const ended = await bookedSession();
    const handed = await bookedSession();
    const next = await createSt({ courseId: handed.courseId });
    await runWithoutTriggers(
      `UPDATE sessions SET status = 'cancelled' WHERE id = '${ended.id}'`,
      `UPDATE sessions SET st_id = '${next.id}', teacher_id = '${next.userId}' WHERE id = '${handed.id}'`,
    );
    expect(await problems()).toMatchObject({
      'Sessions with extra claims': { count: 2, ids: [ended.id, handed.id].sort() },
    });
  });

  test('are restored by following the advice', async () => {
    const live = await bookedSession();
    const ended = await bookedSession();
    await runWithoutTriggers(
      `DELETE FROM calendar_claims WHERE session_id = '${live.id}'`,
      `UPDATE sessions SET status = 'cancelled' WHERE id = '${ended.id}'`,
    );
    // Missing claims, claims too many, and a session that is still counted.
    expect(Object.keys(await problems())).toHaveLength(3);
    for (const change of ['+', '-']) {
      await query(`UPDATE sessions SET buffer_minutes = buffer_minutes ${change} 1`);
    }
    expect(await problems()).toEqual({});
  });
});

test('lapsed holds', async () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const recent = await replaceWithHold((await bookedSession()).id, minutesAgo(4));
  expect(await problems()).toEqual({});
  const id = await replaceWithHold(recent, minutesAgo(6));
  expect(await problems()).toEqual({
    'Holds that lapsed over five minutes ago': { count: 1, ids: [id] },
  });
});

test('sessions that ended and were not completed by the cron', async () => {
  const { id } = await runningSession(66);
  expect(await problems()).toEqual({
    'Sessions that ended over five minutes ago and are still scheduled': { count: 1, ids: [id] },
    // The student's; the ST's ends after the buffer.
    'Claims that ended over five minutes ago': { count: 1, ids: [id] },
  });
});

test('overdue notifications, but not those that have just become due or wait for a retry', async () => {
  await bookedSession();
  await runWithoutTriggers(`UPDATE notifications SET due_at = now() - interval '4 minutes'`);
  expect(await problems()).toEqual({});
  await runWithoutTriggers(`UPDATE notifications SET due_at = now() - interval '6 minutes'`);
  const { rows } = await query<{ id: string }>('SELECT id FROM notifications ORDER BY id');
  expect(await problems()).toEqual({
    'Notifications overdue by over five minutes': { count: 2, ids: rows.map((row) => row.id) },
  });
  await runWithoutTriggers(
    `UPDATE notifications SET next_attempt_at = now() + interval '1 minute'`,
  );
  expect(await problems()).toEqual({});
});

test('failed notifications', async () => {
  await bookedSession();
  await runWithoutTriggers(
    `UPDATE notifications SET status = 'failed', last_error = 'No such mailbox'`,
  );
  expect(await problems()).toMatchObject({ 'Failed notifications': { count: 2 } });
});

test('emails that were never planned', async () => {
  const { id } = await bookedSession();
  await runWithoutTriggers('DELETE FROM notifications');
  expect(await problems()).toEqual({
    'Upcoming sessions without a notification': { count: 1, ids: [id] },
  });
});

test('a cancellation that was never planned', async () => {
  const { id } = await bookedSession();
  await runWithoutTriggers(`UPDATE notifications SET status = 'sent'`);
  await query(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, [id]);
  expect(await problems()).toEqual({});
  await runWithoutTriggers(`DELETE FROM notifications WHERE kind = 'session-cancelled'`);
  expect(await problems()).toEqual({
    'Cancellations without a notification': { count: 1, ids: [id] },
  });
});

test('reminders that were never planned', async () => {
  const { id } = await bookedSession({ start: daysFromNow(1, 2) });
  await runWithoutTriggers(`UPDATE sessions SET timed_at = now() - interval '3 days',
    scheduled_start = scheduled_start - interval '3 hours', scheduled_end = scheduled_end - interval '3 hours'`);
  await runWithoutTriggers(`UPDATE calendar_claims SET
    starts_at = starts_at - interval '3 hours', ends_at = ends_at - interval '3 hours'`);
  expect(await problems()).toEqual({
    'Missing reminders': { count: 1, ids: [id] },
  });
  await query('SELECT plan_due_reminders()');
  expect(await problems()).not.toHaveProperty('Missing reminders');
});

test('counts that differ from the sessions', async () => {
  const { enrollment, st } = await bookedSession();
  await runWithoutTriggers(
    'UPDATE enrollments SET sessions_used = 2',
    'UPDATE student_teachers SET students_taught = 1',
  );
  expect(await problems()).toEqual({
    'Enrollments with a wrong sessions_used': {
      count: 1,
      ids: [enrollment.id],
    },
    'STs with a wrong students_taught': { count: 1, ids: [st.id] },
  });
});

test('active STs whose availability is empty or over', async () => {
  const { courseId, st } = await bookedSession();
  const { id: courseToo } = await createCourse();
  const paused = await createSt({ courseId: courseToo, isActive: false });
  await query('UPDATE availability_exceptions SET ends_at = now()');
  const empty = 'Active STs without availability';
  expect(await problems()).toEqual({ [empty]: { count: 1, ids: [st.id] } });
  await query('UPDATE student_teachers SET is_active = true WHERE id = $1', [paused.id]);
  expect(await problems()).toEqual({ [empty]: { count: 2, ids: [st.id, paused.id].sort() } });
  await query(
    `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
     SELECT user_id, 'monday', '09:00', '12:00', 'Asia/Kathmandu' FROM student_teachers WHERE course_id = $1`,
    [courseId],
  );
  expect(await problems()).toEqual({ [empty]: { count: 1, ids: [paused.id] } });
});

test('of many ids the first three are listed', async () => {
  for (let st = 0; st < 5; st += 1) await bookedSession();
  await query('DELETE FROM availability_exceptions');
  const found = (await problems())['Active STs without availability'];
  expect(found?.count).toBe(5);
  expect(found?.ids).toHaveLength(3);
});

test('zones in use that all three copies of the zone data agree on', async () => {
  await sqlAsOwner(
    `INSERT INTO users (name, email, timezone) SELECT name, name || '@example.com', name
     FROM unnest(ARRAY['asia/kathmandu', 'europe/berlin', 'australia/lord_howe', 'utc']) AS place
       JOIN time_zones ON lower(time_zones.name) = place`.replace('name || ', 'lower(name) || '),
  );
  expect(await problems()).toEqual({});
});

describe('clock skew between application and database', () => {
  test.each([
    [5_000, 'the database is 5.0 s behind this machine'],
    [-65_000, 'the database is 65.0 s ahead of this machine'],
  ])('%i ms', async (ms, sentence) => {
    expect(await problems(() => Date.now() + ms)).toEqual({
      'Clock skew between application and database': { count: 1, ids: [sentence] },
    });
  });

  test('a difference of about a second is not reported', async () => {
    expect(await problems(() => Date.now() + 1_500)).toEqual({});
  });
});
