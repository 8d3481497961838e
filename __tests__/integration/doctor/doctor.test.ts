import { Client } from 'pg';
import { truncate } from '@/__tests__/support/database';
import { holdInstead } from '@/__tests__/support/end-by-hand';
import { createCourse, createSt } from '@/__tests__/support/factories';
import { ahead, anotherSession, bookedSession } from '@/__tests__/support/ops';
import { examine } from '@/scripts/doctor/examine';

// Each promise is broken on purpose, past all that keeps it, and must be found. Nothing of it stays:
// every test breaks and looks in one transaction, which is then rolled back.

const PAST_TRIGGERS = 'SET LOCAL session_replication_role = replica';
const AS_EVER = 'SET LOCAL session_replication_role = origin';

let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(() => client.end());
beforeEach(async () => {
  await truncate();
  await client.query('BEGIN');
});
afterEach(() => client.query('ROLLBACK'));

/** What the doctor says: `what` to count and ids, of the checks that found something. */
async function complaints(readClock: () => number = Date.now) {
  const found = (await examine(client, { readClock })).filter(({ count }) => count > 0);
  return Object.fromEntries(found.map(({ what, count, ids }) => [what, { count, ids }]));
}

/** Runs statements that no trigger sees. */
async function slipIn(...statements: string[]): Promise<void> {
  for (const statement of [PAST_TRIGGERS, ...statements, AS_EVER]) await client.query(statement);
}

async function sentMails(): Promise<void> {
  await client.query(`UPDATE notifications SET status = 'sent'`);
}

test('a healthy database has nothing', async () => {
  await bookedSession();
  await anotherSession((await bookedSession({ start: ahead(-3) })).st, ahead(12));
  expect(await complaints()).toEqual({});
});

describe('claims', () => {
  test.each([
    ['is gone', 'DELETE FROM calendar_claims WHERE user_id = (SELECT student_id FROM sessions)'],
    ['is too short', `UPDATE calendar_claims SET ends_at = ends_at - interval '1 minute'`],
    ['is elsewhere', `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 minute'`],
    ['lacks the buffer', 'UPDATE sessions SET buffer_minutes = buffer_minutes + 5'],
  ])('of a live session that %s', async (_how, statement) => {
    const { id } = await bookedSession();
    await slipIn(statement);
    expect(await complaints()).toEqual({
      'Live sessions with missing or wrong claims': { count: 1, ids: [id] },
    });
  });

  test('of a session that is not live, and of one that somebody else teaches by now', async () => {
    const ended = await bookedSession();
    const handed = await bookedSession();
    const next = await createSt({ courseId: handed.courseId });
    await slipIn(
      `UPDATE sessions SET status = 'cancelled' WHERE id = '${ended.id}'`,
      `UPDATE sessions SET st_id = '${next.id}', teacher_id = '${next.userId}' WHERE id = '${handed.id}'`,
    );
    expect(await complaints()).toMatchObject({
      'Claims without a live session': { count: 2, ids: [ended.id, handed.id].sort() },
    });
  });

  test('are written anew in the way that the advice says', async () => {
    const live = await bookedSession();
    const ended = await bookedSession();
    await slipIn(
      `DELETE FROM calendar_claims WHERE session_id = '${live.id}'`,
      `UPDATE sessions SET status = 'cancelled' WHERE id = '${ended.id}'`,
    );
    expect(Object.keys(await complaints())).toHaveLength(2);
    for (const change of ['+', '-']) {
      await client.query(`UPDATE sessions SET buffer_minutes = buffer_minutes ${change} 1`);
    }
    expect(await complaints()).toEqual({});
  });
});

test('holds that ran out', async () => {
  const id = await holdInstead((await bookedSession()).id, new Date(Date.now() + 60_000));
  expect(await complaints()).toEqual({});
  await client.query('UPDATE sessions SET hold_expires_at = now() WHERE id = $1', [id]);
  expect(await complaints()).toEqual({ 'Holds that ran out': { count: 1, ids: [id] } });
});

test('notifications overdue, but not those that were due just now or wait for another try', async () => {
  const { id } = await bookedSession();
  await sentMails();
  const pending = `UPDATE notifications SET status = 'pending', due_at = now() - $1::interval
    WHERE kind = 'session-booked' RETURNING id`;
  await client.query(pending, ['4 minutes']);
  expect(await complaints()).toEqual({});
  const { rows } = await client.query<{ id: string }>(pending, ['6 minutes']);
  expect(await complaints()).toEqual({
    'Notifications overdue by over five minutes': {
      count: 2,
      ids: rows.map((row) => row.id).sort(),
    },
  });
  const again = `UPDATE notifications SET next_attempt_at = now() + interval '1 minute' WHERE session_id = $1`;
  await client.query(again, [id]);
  expect(await complaints()).toEqual({});
});

test('notifications given up', async () => {
  await bookedSession();
  await sentMails();
  await client.query(
    `UPDATE notifications SET status = 'failed', last_error = 'No such mailbox' WHERE kind = 'session-booked'`,
  );
  expect(await complaints()).toMatchObject({ 'Notifications given up': { count: 2 } });
});

test('enrollments over their session_count', async () => {
  const { enrollment } = await bookedSession();
  await client.query('UPDATE enrollments SET session_count = 1');
  expect(await complaints()).toEqual({});
  await client.query('UPDATE enrollments SET session_count = 0');
  expect(await complaints()).toEqual({
    'Enrollments over their session_count': { count: 1, ids: [enrollment.id] },
  });
  await client.query(`UPDATE sessions SET status = 'cancelled'`);
  expect(await complaints()).toEqual({});
});

test('active STs whose availability is empty or over', async () => {
  const { courseId, st } = await bookedSession();
  const { id: courseToo } = await createCourse();
  const paused = await createSt({ courseId: courseToo, isActive: false });
  await client.query('UPDATE availability_exceptions SET ends_at = now()');
  const empty = 'Active STs whose availability is empty';
  expect(await complaints()).toEqual({ [empty]: { count: 1, ids: [st.id] } });
  await client.query('UPDATE student_teachers SET is_active = true WHERE id = $1', [paused.id]);
  expect(await complaints()).toEqual({ [empty]: { count: 2, ids: [st.id, paused.id].sort() } });
  await client.query(
    `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
     SELECT user_id, 'monday', '09:00', '12:00', 'Asia/Kathmandu' FROM student_teachers WHERE course_id = $1`,
    [courseId],
  );
  expect(await complaints()).toEqual({ [empty]: { count: 1, ids: [paused.id] } });
});

test('the first three ids stand for many', async () => {
  for (let st = 0; st < 5; st += 1) await bookedSession();
  await client.query('DELETE FROM availability_exceptions');
  const found = (await complaints())['Active STs whose availability is empty'];
  expect(found?.count).toBe(5);
  expect(found?.ids).toHaveLength(3);
});

describe('clock skew between application and database', () => {
  test.each([
    [5_000, 'the database is 5.0 s behind this machine'],
    [-65_000, 'the database is 65.0 s ahead of this machine'],
  ])('%i ms', async (ms, sentence) => {
    expect(await complaints(() => Date.now() + ms)).toEqual({
      'Clock skew between application and database': { count: 1, ids: [sentence] },
    });
  });

  test('a second or so is none', async () => {
    expect(await complaints(() => Date.now() + 1_500)).toEqual({});
  });
});
