import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { sql } from '@/__tests__/support/plain-sql';

// Two concurrent edits of one ST's sessions.

const at = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour));
const AFTERWARDS = at(8, 0);

function edit(does: string, ...values: unknown[]): Side {
  return { as: 'ops', does, values };
}

const move = (id: string, start: Date) =>
  edit('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', id, start);
const setStatus = (id: string, status: string) =>
  edit('UPDATE sessions SET status = $2::session_status WHERE id = $1', id, status);

/** An ST with two sessions of one student, on the 5th and the 6th at 15:00. */
async function twoSessions({ students = 1 } = {}) {
  const { courseId, st, enrollment } = await createScene();
  const other = students === 1 ? enrollment : await createEnrollment({ courseId });
  const book = (enrollmentId: string, scheduledStart: Date) =>
    createSession({ enrollmentId, stId: st.id, scheduledStart });
  const one = await book(enrollment.id, at(5, 15));
  const two = await book(other.id, at(6, 15));
  return { courseId, st, enrollment, one: one.id, two: two.id };
}

async function studentsTaught(st: { id: string }): Promise<unknown> {
  const [row] = await sql('SELECT students_taught FROM student_teachers WHERE id = $1', st.id);
  return row?.students_taught;
}

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ISOLATION_LEVELS)('at %s', (isolation) => {
  const isLate = (code: string) => (isolation === 'READ COMMITTED' ? code : '40001');

  test('two sessions of one ST are moved at once', async () => {
    const { one, two } = await twoSessions({ students: 2 });
    const met = await meet({
      isolation,
      first: move(one, at(7, 15)),
      second: move(two, at(7, 18)),
      pausedAt: 'INSERT ON calendar_claims',
    });
    expect(met).toEqual({ first: 'done', second: 'done', waited: true });
  });

  test('of two sessions that are moved to the same time, one succeeds', async () => {
    const { one, two } = await twoSessions({ students: 2 });
    const met = await meet({
      isolation,
      first: move(one, at(7, 15)),
      second: move(two, at(7, 15)),
    });
    expect(met).toEqual({ first: 'done', second: '23P01', waited: true });
  });

  test('a session can be moved to the time that another one has just left', async () => {
    const { one, two } = await twoSessions({ students: 2 });
    const met = await meet({
      isolation,
      first: move(one, at(7, 15)),
      second: move(two, at(5, 15)),
    });
    expect(met).toEqual({ first: 'done', second: 'done', waited: true });
  });

  test('a session that was cancelled meanwhile cannot be reassigned', async () => {
    const { courseId, one } = await twoSessions();
    const next = await createSt({ courseId });
    const reassign = edit('UPDATE sessions SET st_id = $2 WHERE id = $1', one, next.id);
    const met = await meet({ isolation, first: setStatus(one, 'cancelled'), second: reassign });
    expect(met).toEqual({ first: 'done', second: isLate('23514'), waited: true });
  });

  test('a session that was reassigned and then cancelled is cancelled for the new ST', async () => {
    const { courseId, one } = await twoSessions();
    const next = await createSt({ courseId });
    const reassign = edit('UPDATE sessions SET st_id = $2 WHERE id = $1', one, next.id);
    const met = await meet({ isolation, first: reassign, second: setStatus(one, 'cancelled') });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    const told = await sql(
      `SELECT FROM notifications WHERE subject_id = $1 AND recipient_id = $2 AND kind = 'session-cancelled'`,
      one,
      next.userId,
    );
    expect(told).toHaveLength(isolation === 'READ COMMITTED' ? 1 : 0);
  });

  test('two concurrent completions of one student with one ST count the student once', async () => {
    const { st, one, two } = await twoSessions();
    await setDatabaseTime(AFTERWARDS);
    const met = await meet({
      isolation,
      first: setStatus(one, 'completed'),
      second: setStatus(two, 'completed'),
    });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    expect(await studentsTaught(st)).toBe(1);
  });

  test('two completions that are undone concurrently leave no student counted', async () => {
    const { st, one, two } = await twoSessions();
    await setDatabaseTime(AFTERWARDS);
    await sql(`UPDATE sessions SET status = 'completed'`);
    const met = await meet({
      isolation,
      first: setStatus(one, 'no_show'),
      second: setStatus(two, 'no_show'),
    });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    expect(await studentsTaught(st)).toBe(isolation === 'READ COMMITTED' ? 0 : 1);
  });

  test('a student books their ST again while the session before is completed', async () => {
    const { st, enrollment, one } = await twoSessions();
    await setDatabaseTime(at(5, 16));
    const complete = setStatus(one, 'completed');
    const book = edit(
      'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
      enrollment.id,
      st.id,
      at(7, 15),
    );
    const meeting = { isolation, first: book, second: complete };
    expect(await meet({ ...meeting, pausedAt: 'UPDATE ON enrollments' })).toMatchObject({
      first: 'done',
      second: 'done',
    });
  });
});
