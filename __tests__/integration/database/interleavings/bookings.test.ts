import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import {
  createCourse,
  createEnrollment,
  createScene,
  createSt,
} from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { holdLocks } from '@/__tests__/support/locks';
import { sql } from '@/__tests__/support/plain-sql';

// Two concurrent bookings.

const at = (clock: string) => new Date(`2026-03-05T${clock}:00Z`);

function book(enrollment: { id: string }, st: { id: string }, start: Date): Side {
  const does = 'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)';
  return { as: 'app', does, values: [enrollment.id, st.id, start] };
}

/** Two people who each teach one course, and learn in the other's. */
async function twoPeers() {
  const [one, other] = [await createScene(), await createScene()];
  const learning = await createEnrollment({ courseId: other.courseId, studentId: one.st.userId });
  const teaching = await createEnrollment({ courseId: one.courseId, studentId: other.st.userId });
  return {
    first: { enrollment: learning, st: other.st },
    second: { enrollment: teaching, st: one.st },
  };
}

beforeEach(truncate);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ISOLATION_LEVELS)('at %s', (isolation) => {
  const isLate = (code: string) => (isolation === 'READ COMMITTED' ? code : '40001');

  test('of two bookings for the last session, one succeeds', async () => {
    const { courseId, st } = await createScene();
    const enrollment = await createEnrollment({ courseId, sessionCount: 1 });
    const first = book(enrollment, st, at('15:00'));
    const second = book(enrollment, await createSt({ courseId }), at('18:00'));
    expect(await meet({ isolation, first, second })).toEqual({
      first: 'done',
      second: isLate('PL001'),
      waited: true,
    });
    expect(await sql('SELECT sessions_used FROM enrollments WHERE id = $1', enrollment.id)).toEqual(
      [{ sessions_used: 1 }],
    );
  });

  test('when the first booking is rolled back, the second gets the last session', async () => {
    const { courseId, st } = await createScene();
    const enrollment = await createEnrollment({ courseId, sessionCount: 1 });
    const first = book(enrollment, st, at('15:00'));
    const second = book(enrollment, st, at('18:00'));
    const met = await meet({ isolation, first, second, ending: 'ROLLBACK' });
    expect(met).toMatchObject({ second: 'done', waited: true });
    expect(await sql('SELECT scheduled_start FROM sessions')).toEqual([
      { scheduled_start: at('18:00') },
    ]);
  });

  test('of two students who book one time, one succeeds', async () => {
    const { courseId, st, enrollment } = await createScene();
    const first = book(enrollment, st, at('15:00'));
    const second = book(await createEnrollment({ courseId }), st, at('15:30'));
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: '23P01', waited: true });
  });

  test('two people who book each other at different times both succeed', async () => {
    const { first, second } = await twoPeers();
    const met = await meet({
      isolation,
      first: book(first.enrollment, first.st, at('15:00')),
      second: book(second.enrollment, second.st, at('18:00')),
      pausedAt: 'INSERT ON calendar_claims',
    });
    expect(met).toEqual({ first: 'done', second: 'done', waited: true });
  });

  test.each(['first', 'second'] as const)(
    'of two people the one with the lower id is locked first, whether they teach or learn (%s)',
    async (which) => {
      const peers = await twoPeers();
      const { enrollment, st } = peers[which];
      const [lower, higher] = [enrollment.studentId, st.userId].sort();
      const lock = 'SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE';
      const holder = await holdLocks(lock, lower);
      const booking = meet({
        isolation,
        first: book(enrollment, st, at('15:00')),
        second: { as: 'ops', does: 'SELECT 1' },
      });
      await holder.waitForBlocked(1);
      // Refused if the booking had locked this person on its way to the other.
      await holder.query(`${lock} NOWAIT`, higher);
      await holder.release('COMMIT');
      expect(await booking).toMatchObject({ first: 'done' });
    },
  );

  test('of two people who book each other at the same time, one succeeds', async () => {
    const { first, second } = await twoPeers();
    const met = await meet({
      isolation,
      first: book(first.enrollment, first.st, at('15:00')),
      second: book(second.enrollment, second.st, at('15:00')),
      pausedAt: 'INSERT ON calendar_claims',
    });
    expect(met).toEqual({ first: 'done', second: '23P01', waited: true });
  });

  test('bookings of four different people do not wait for each other', async () => {
    const [one, other] = [await createScene(), await createScene()];
    const met = await meet({
      isolation,
      first: book(one.enrollment, one.st, at('15:00')),
      second: book(other.enrollment, other.st, at('15:00')),
    });
    expect(met).toEqual({ first: 'done', second: 'done', waited: false });
  });

  test('of two enrollments of one student in one course, one succeeds', async () => {
    const { id: courseId } = await createCourse();
    const { studentId } = await createEnrollment({ courseId: (await createCourse()).id });
    const does =
      'INSERT INTO enrollments (student_id, course_id, session_count) VALUES ($1, $2, 1)';
    const enroll: Side = { as: 'app', does, values: [studentId, courseId] };
    const met = await meet({ isolation, first: enroll, second: enroll });
    expect(met).toEqual({ first: 'done', second: '23505', waited: true });
  });
});
