import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Sessions moved and handed over by a plain UPDATE, as ops do it in Prisma Studio.

const TAKEN = { code: '23P01', constraint: 'calendar_claims_no_person_in_two_places' };
const at = (clock: string) => new Date(`2026-03-05T${clock}:00Z`);

async function bookedAtThree() {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: at('15:00'),
  });
  return { ...scene, id };
}

function claimsOf(sessionId: string) {
  return sql<{ user_id: string; starts_at: Date; ends_at: Date }>(
    'SELECT user_id, starts_at, ends_at FROM calendar_claims WHERE session_id = $1 ORDER BY ends_at',
    sessionId,
  );
}

beforeEach(truncate);

test('a session with only a start has the length in its course', async () => {
  const scene = await createScene({ sessionMinutes: 45 });
  const { scheduledEnd } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: at('15:00'),
  });
  expect(scheduledEnd).toEqual(at('15:45'));
});

test('a session that is moved by its start keeps its length, and its claims move too', async () => {
  const { id, st, student } = await bookedAtThree();
  const [moved] = await sql(
    'UPDATE sessions SET scheduled_start = $2 WHERE id = $1 RETURNING scheduled_end, sequence',
    id,
    at('18:30'),
  );
  expect(moved).toEqual({ scheduled_end: at('19:30'), sequence: 1 });
  expect(await claimsOf(id)).toEqual([
    { user_id: student.id, starts_at: at('18:30'), ends_at: at('19:30') },
    { user_id: st.userId, starts_at: at('18:30'), ends_at: at('19:45') },
  ]);
});

test('a session can move by less than its own length', async () => {
  const { id } = await bookedAtThree();
  await sql('UPDATE sessions SET scheduled_start = $2 WHERE id = $1', id, at('15:30'));
  expect(await claimsOf(id)).toMatchObject([{ ends_at: at('16:30') }, { ends_at: at('16:45') }]);
});

test('a session cannot move to a time when its teacher is busy, and then keeps its time', async () => {
  const { id, st, courseId } = await bookedAtThree();
  const { id: enrollmentId } = await createEnrollment({ courseId });
  await createSession({ enrollmentId, stId: st.id, scheduledStart: at('18:00') });
  const move = 'UPDATE sessions SET scheduled_start = $2 WHERE id = $1';
  expect(await refusalOf(move, id, at('17:30'))).toMatchObject(TAKEN);
  expect(await claimsOf(id)).toMatchObject([
    { starts_at: at('15:00') },
    { starts_at: at('15:00') },
  ]);
});

test('reassigning a session claims the new ST’s time, with their buffer, and frees the former ST’s', async () => {
  const { id, courseId, student } = await bookedAtThree();
  const next = await createSt({ courseId, bufferMinutes: 40 });
  const [handed] = await sql(
    'UPDATE sessions SET st_id = $2 WHERE id = $1 RETURNING teacher_id, buffer_minutes, sequence',
    id,
    next.id,
  );
  expect(handed).toEqual({ teacher_id: next.userId, buffer_minutes: 40, sequence: 1 });
  expect(await claimsOf(id)).toMatchObject([
    { user_id: student.id, ends_at: at('16:00') },
    { user_id: next.userId, ends_at: at('16:40') },
  ]);
});

test('a session cannot be reassigned to an ST who is busy, inactive or of another course', async () => {
  const { id, courseId } = await bookedAtThree();
  const handOver = 'UPDATE sessions SET st_id = $2 WHERE id = $1';
  const taken = await createSt({ courseId });
  const { id: enrollmentId } = await createEnrollment({ courseId });
  await createSession({ enrollmentId, stId: taken.id, scheduledStart: at('15:30') });
  expect(await refusalOf(handOver, id, taken.id)).toMatchObject(TAKEN);
  const paused = await createSt({ courseId, isActive: false });
  expect(await refusalOf(handOver, id, paused.id)).toMatchObject({
    code: 'PL002',
    message: 'This Student-Teacher is not active.',
  });
  const { st: stranger } = await createScene();
  expect(await refusalOf(handOver, id, stranger.id)).toMatchObject({
    message: 'Unknown enrollment, or this Student-Teacher does not teach its course.',
  });
});

test('a session of an enrollment without sessions left can be reassigned', async () => {
  const { id, courseId, enrollment } = await bookedAtThree();
  await sql('UPDATE enrollments SET session_count = 1 WHERE id = $1', enrollment.id);
  const next = await createSt({ courseId });
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  expect(await claimsOf(id)).toMatchObject([{}, { user_id: next.userId }]);
});
