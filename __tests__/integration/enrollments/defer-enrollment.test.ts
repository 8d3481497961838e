import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { bookingRequest, createScene, createUser, NOW } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { bookSession } from '@/lib/sessions/book-session';

const LATER = new Date('2026-03-02T11:00:00Z');

function deferredAt(id: string) {
  return db().enrollment.findUnique({ where: { id }, select: { deferredAt: true } });
}

beforeEach(truncate);

test('Schedule Later records the time, and choosing it again keeps the first one', async () => {
  const { enrollment, student: viewer } = await createScene();
  const enrollmentId = enrollment.id;
  const first = await deferEnrollment(db(), { viewer, enrollmentId, now: NOW });
  expect(first).toMatchObject({ ok: true, value: { deferredAt: NOW } });
  expect(await deferEnrollment(db(), { viewer, enrollmentId, now: LATER })).toEqual(first);
  expect(await deferredAt(enrollmentId)).toEqual({ deferredAt: NOW });
});

test('Schedule Later is cleared by booking, and can be chosen again after that', async () => {
  const scene = await createScene();
  const chosen = { viewer: scene.student, enrollmentId: scene.enrollment.id };
  await deferEnrollment(db(), { ...chosen, now: NOW });
  await bookSession(db(), bookingRequest(scene));
  expect(await deferredAt(scene.enrollment.id)).toEqual({ deferredAt: null });
  await setDatabaseTime(LATER);
  const again = await deferEnrollment(db(), { ...chosen, now: LATER });
  await setDatabaseTime(NOW);
  expect(again).toMatchObject({ ok: true, value: { deferredAt: LATER } });
});

test('Schedule Later is kept when booking is refused', async () => {
  const scene = await createScene();
  const chosen = { viewer: scene.student, enrollmentId: scene.enrollment.id };
  await deferEnrollment(db(), { ...chosen, now: NOW });
  await bookSession(db(), bookingRequest(scene, { start: new Date('2026-03-05T15:01:00Z') }));
  expect(await deferredAt(scene.enrollment.id)).toEqual({ deferredAt: NOW });
});

test('Schedule Later is refused for another person’s enrollment, which stays unchanged', async () => {
  const { enrollment } = await createScene();
  const viewer = await createUser();
  const refused = await deferEnrollment(db(), { viewer, enrollmentId: enrollment.id, now: NOW });
  expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
  expect(await deferredAt(enrollment.id)).toEqual({ deferredAt: null });
});

test('Schedule Later is refused for an enrollment that has ended', async () => {
  const { enrollment, student: viewer } = await createScene();
  await db().enrollment.updateMany({ data: { status: 'completed' } });
  const refused = await deferEnrollment(db(), { viewer, enrollmentId: enrollment.id, now: NOW });
  expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
});

test.each(['', 'no-id', '00000000-0000-7000-8000-000000000000'])(
  'Schedule Later is refused for "%s"',
  async (enrollmentId) => {
    const viewer = await createUser();
    const refused = await deferEnrollment(db(), { viewer, enrollmentId, now: NOW });
    expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
  },
);
