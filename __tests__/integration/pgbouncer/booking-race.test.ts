import { countBookingRows, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createEnrollment, createScene, NOW } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { describeWithPgBouncer, openPools } from '@/__tests__/support/through-pgbouncer';
import { type BookSessionRequest, bookSession } from '@/lib/sessions/book-session';

const POOLS = 6;
const SERVER_CONNECTIONS = 4;
const RACERS = 60;

describeWithPgBouncer('six pools race over four connections to the database', () => {
  const pools = openPools(POOLS, SERVER_CONNECTIONS);
  beforeEach(truncate);

  /** Sends all requests off at once, dealt out to the pools. Answers how often each code was given. */
  async function race(requests: BookSessionRequest[]): Promise<Record<string, number>> {
    const outcomes = await Promise.all(
      requests.map((request, n) => bookSession(pools.nth(n), request)),
    );
    const counts: Record<string, number> = {};
    for (const outcome of outcomes) {
      const code = outcome.ok ? 'ok' : outcome.code;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
  }

  async function enroll(courseId: string): Promise<{ id: string }[]> {
    const enrollments = await Promise.all(
      Array.from({ length: RACERS }, () => createEnrollment({ courseId, deferredAt: NOW })),
    );
    return enrollments.map(({ studentId }) => ({ id: studentId }));
  }

  test('sixty students for one slot: one has it, the others leave no trace', async () => {
    const { courseId, st } = await createScene();
    const students = await enroll(courseId);
    const counts = await race(students.map((student) => bookingRequest({ student, st })));
    expect(counts).toEqual({ ok: 1, SLOT_UNAVAILABLE: RACERS - 1 });
    expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: RACERS - 1 });
  });

  test('one succeeds even if every connection has seen it free before one writes', async () => {
    const { courseId, st } = await createScene();
    const students = await enroll(courseId);
    const holder = await holdLocks('SELECT FROM users WHERE id = $1 FOR UPDATE', st.userId);
    const counts = race(students.map((student) => bookingRequest({ student, st })));
    await holder.waitForBlocked(SERVER_CONNECTIONS);
    await holder.release('ROLLBACK');
    expect(await counts).toEqual({ ok: 1, SLOT_UNAVAILABLE: RACERS - 1 });
    expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: RACERS - 1 });
  });

  test('one form sent through every pool books one session, and every answer has its id', async () => {
    const request = bookingRequest(await createScene());
    const outcomes = await Promise.all(pools.all().map((pool) => bookSession(pool, request)));
    const ids = outcomes.map((outcome) => (outcome.ok ? outcome.value.id : outcome.code));
    expect(new Set(ids).size).toBe(1);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  });

  test('two peers who repeatedly book each other at the same time get one session', async () => {
    const [first, second] = [await createScene(), await createScene()];
    await createEnrollment({ courseId: first.courseId, studentId: second.st.userId });
    await createEnrollment({ courseId: second.courseId, studentId: first.st.userId });
    const requests = Array.from({ length: POOLS * 5 }, (_, n) => {
      const [learner, teacher] = n % 2 === 0 ? [second, first] : [first, second];
      return bookingRequest({ student: { id: learner.st.userId }, st: teacher.st });
    });
    const counts = await race(requests);
    expect(counts.ok).toBe(1);
    expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  });
});
