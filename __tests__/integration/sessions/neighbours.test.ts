import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSession,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// Around a session: the ST's buffer on both sides, and a peer's other sessions.

const at = (clock: string) => new Date(`2026-03-05T${clock}:00Z`);

/** An ST with this buffer and a session from 15:00 to 16:00 with another student. */
async function sceneAroundThree(bufferMinutes: number) {
  const scene = await createScene();
  await db().studentTeacher.updateMany({ data: { bufferMinutes } });
  const other = await createEnrollment({ courseId: scene.courseId });
  await createSession({
    enrollmentId: other.id,
    stId: scene.st.id,
    scheduledStart: at('15:00'),
  });
  return scene;
}

beforeEach(truncate);

test.each([
  [0, '13:30', true],
  [0, '14:00', true],
  [0, '14:30', false],
  [0, '15:30', false],
  [0, '16:00', true],
  [15, '13:30', true],
  [15, '14:00', false],
  [15, '16:00', false],
  [15, '16:30', true],
  [30, '13:30', true],
  [30, '14:00', false],
  [30, '16:00', false],
  [30, '16:30', true],
  [31, '13:30', false],
  [31, '16:30', false],
  [31, '17:00', true],
])('with %i minutes of buffer around 15:00-16:00, %s: %s', async (buffer, clock, free) => {
  const scene = await sceneAroundThree(buffer);
  const outcome = await bookSession(db(), bookingRequest(scene, { start: at(clock) }));
  expect(outcome).toMatchObject(free ? { ok: true } : { ok: false, code: 'SLOT_UNAVAILABLE' });
});

test('a scheduled session keeps the buffer it was booked with', async () => {
  const scene = await sceneAroundThree(15);
  await db().studentTeacher.updateMany({ data: { bufferMinutes: 0 } });
  const tooSoon = await bookSession(db(), bookingRequest(scene, { start: at('16:00') }));
  expect(tooSoon).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  const before = await bookSession(db(), bookingRequest(scene, { start: at('14:00') }));
  expect(before).toMatchObject({ ok: true });
});

test('a student who teaches then has a conflict, also in their buffer', async () => {
  const { st: teaching } = await sceneAroundThree(15);
  const elsewhere = await createScene();
  await createEnrollment({ courseId: elsewhere.courseId, studentId: teaching.userId });
  const asStudent = { student: { id: teaching.userId }, st: elsewhere.st };
  for (const clock of ['14:30', '15:00', '16:00']) {
    const outcome = await bookSession(db(), bookingRequest(asStudent, { start: at(clock) }));
    expect(outcome).toEqual({ ok: false, code: 'STUDENT_CONFLICT' });
  }
  const after = await bookSession(db(), bookingRequest(asStudent, { start: at('16:30') }));
  expect(after).toMatchObject({ ok: true });
});

test('an ST has no slots while they learn in another session', async () => {
  const scene = await createScene();
  const elsewhere = await createScene();
  const learning = await createEnrollment({
    courseId: elsewhere.courseId,
    studentId: scene.st.userId,
  });
  await createSession({
    enrollmentId: learning.id,
    stId: elsewhere.st.id,
    scheduledStart: at('15:00'),
  });
  const during = await bookSession(db(), bookingRequest(scene));
  expect(during).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  const after = await bookSession(db(), bookingRequest(scene, { start: at('16:00') }));
  expect(after).toMatchObject({ ok: true });
});
