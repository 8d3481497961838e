import { recordedEvents } from '@/__tests__/support/analytics';
import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene, createUser, NOW } from '@/__tests__/support/factories';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { bookSession } from '@/lib/sessions/book-session';

beforeEach(truncate);

async function deferralsRecorded() {
  return (await recordedEvents()).filter(({ name }) => name === 'schedule_later');
}

test('"Schedule Later" is recorded when it is chosen, not when it is chosen again', async () => {
  const { courseId, enrollment, student } = await createScene();
  const choice = { viewer: student, enrollmentId: enrollment.id, now: NOW };
  await deferEnrollment(db(), choice);
  await deferEnrollment(db(), { ...choice, now: new Date('2026-03-02T11:00:00Z') });
  expect(await recordedEvents()).toEqual([
    {
      name: 'schedule_later',
      viewer_id: student.id,
      course_id: courseId,
      st_id: null,
      occurred_at: NOW,
      data: { course_id: courseId },
    },
  ]);
});

test('it is recorded again after a booking', async () => {
  const scene = await createScene();
  const choice = { viewer: scene.student, enrollmentId: scene.enrollment.id, now: NOW };
  await deferEnrollment(db(), choice);
  await bookSession(db(), bookingRequest(scene));
  await deferEnrollment(db(), choice);
  expect(await deferralsRecorded()).toHaveLength(2);
});

test('a refused change is not recorded', async () => {
  const { enrollment } = await createScene();
  const other = await createUser();
  await deferEnrollment(db(), { viewer: other, enrollmentId: enrollment.id, now: NOW });
  expect(await recordedEvents()).toEqual([]);
});

test('"Schedule Later" works even if nothing can be recorded', async () => {
  const { enrollment, student } = await createScene();
  await sqlAsOwner('ALTER TABLE analytics_events ADD CONSTRAINT broken CHECK (false) NOT VALID');
  try {
    const choice = { viewer: student, enrollmentId: enrollment.id, now: NOW };
    expect(await deferEnrollment(db(), choice)).toMatchObject({ ok: true });
  } finally {
    await sqlAsOwner('ALTER TABLE analytics_events DROP CONSTRAINT broken');
  }
  expect(await sql('SELECT deferred_at FROM enrollments')).toEqual([{ deferred_at: NOW }]);
});
