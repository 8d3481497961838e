import { truncate } from '@/__tests__/support/database';
import {
  createCourse,
  createEnrollment,
  createScene,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { createSessionInStatus } from '@/__tests__/support/session-in-status';
import { listOwnCourses } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import type { SessionStatus } from '@/prisma/client/client';

const LATER = new Date('2026-03-02T11:00:00Z');

beforeEach(truncate);

test('sessions left are those included, minus those held, scheduled, completed or missed', async () => {
  const scene = await createScene();
  const statuses: SessionStatus[] = [
    'scheduled',
    'completed',
    'no_show',
    'cancelled',
    'pending_payment',
    'pending_payment',
    'expired',
  ];
  for (const [index, status] of statuses.entries()) {
    // The first of the two holds has run out by now, to the millisecond.
    const holdExpiresAt = index === 4 ? NOW : LATER;
    await createSessionInStatus({
      enrollmentId: scene.enrollment.id,
      stId: scene.st.id,
      scheduledStart: new Date(Date.UTC(2026, index < 4 ? 1 : 2, 5 + index, 15)),
      status,
      ...(status === 'pending_payment' ? { holdExpiresAt } : {}),
    });
  }
  const who = { studentId: scene.student.id, now: NOW };
  const left = await findActiveEnrollment(db(), { ...who, courseId: scene.courseId });
  expect(left).toMatchObject({ id: scene.enrollment.id, sessionsLeft: 6 });
  const { enrolled } = await listOwnCourses(db(), { userId: who.studentId, now: NOW });
  expect(enrolled).toMatchObject([{ sessionsLeft: 6 }]);
});

test('without an active enrollment there are no sessions left', async () => {
  const { courseId, student } = await createScene();
  const stranger = await createUser();
  const find = (studentId: string, id = courseId) =>
    findActiveEnrollment(db(), { studentId, courseId: id, now: NOW });
  expect(await find(stranger.id)).toBeNull();
  expect(await find(student.id, 'no-id')).toBeNull();
  await db().enrollment.updateMany({ data: { status: 'completed' } });
  expect(await find(student.id)).toBeNull();
});

test('sessions left are listed with the newest course first', async () => {
  const student = await createUser();
  for (const title of ['First', 'Second']) {
    const { id: courseId } = await createCourse({ title });
    await createEnrollment({ courseId, studentId: student.id });
  }
  const { enrolled } = await listOwnCourses(db(), { userId: student.id, now: NOW });
  expect(enrolled.map(({ course }) => course.title)).toEqual(['Second', 'First']);
});
