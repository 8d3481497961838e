import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createCourse,
  createEnrollment,
  createScene,
  createSession,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db';
import { deferEnrollment, enroll } from '@/lib/enrollments/commands';
import { findActiveEnrollment, listEnrolledCourses } from '@/lib/enrollments/queries';
import { bookSession } from '@/lib/sessions/commands';
import type { SessionStatus } from '@/prisma/client/client';

const LATER = new Date('2026-03-02T11:00:00Z');

function deferredAt(id: string) {
  return db().enrollment.findUnique({ where: { id }, select: { deferredAt: true } });
}

beforeEach(truncate);

describe('deferEnrollment', () => {
  test('records the moment, and doing it again keeps the first', async () => {
    const { enrollment, student: viewer } = await createScene();
    const enrollmentId = enrollment.id;
    const first = await deferEnrollment(db(), { viewer, enrollmentId, now: NOW });
    expect(first).toMatchObject({ ok: true, value: { deferredAt: NOW } });
    expect(await deferEnrollment(db(), { viewer, enrollmentId, now: LATER })).toEqual(first);
    expect(await deferredAt(enrollmentId)).toEqual({ deferredAt: NOW });
  });

  test('is cleared by booking, and can be chosen again after that', async () => {
    const scene = await createScene();
    const chosen = { viewer: scene.student, enrollmentId: scene.enrollment.id };
    await deferEnrollment(db(), { ...chosen, now: NOW });
    await bookSession(db(), bookingRequest(scene));
    expect(await deferredAt(scene.enrollment.id)).toEqual({ deferredAt: null });
    const again = await deferEnrollment(db(), { ...chosen, now: LATER });
    expect(again).toMatchObject({ ok: true, value: { deferredAt: LATER } });
  });

  test('is kept when booking is refused', async () => {
    const scene = await createScene();
    const chosen = { viewer: scene.student, enrollmentId: scene.enrollment.id };
    await deferEnrollment(db(), { ...chosen, now: NOW });
    await bookSession(db(), bookingRequest(scene, { start: new Date('2026-03-05T15:01:00Z') }));
    expect(await deferredAt(scene.enrollment.id)).toEqual({ deferredAt: NOW });
  });

  test('is refused for the enrollment of someone else, which stays as it is', async () => {
    const { enrollment } = await createScene();
    const viewer = await createUser();
    const refused = await deferEnrollment(db(), { viewer, enrollmentId: enrollment.id, now: NOW });
    expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
    expect(await deferredAt(enrollment.id)).toEqual({ deferredAt: null });
  });

  test('is refused for an enrollment that has ended', async () => {
    const { enrollment, student: viewer } = await createScene();
    await db().enrollment.updateMany({ data: { status: 'completed' } });
    const refused = await deferEnrollment(db(), { viewer, enrollmentId: enrollment.id, now: NOW });
    expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
  });

  test.each(['', 'no-id', '00000000-0000-7000-8000-000000000000'])(
    'is refused for "%s"',
    async (enrollmentId) => {
      const viewer = await createUser();
      const refused = await deferEnrollment(db(), { viewer, enrollmentId, now: NOW });
      expect(refused).toEqual({ ok: false, code: 'NOT_ENROLLED' });
    },
  );
});

describe('enroll', () => {
  test('puts the viewer in the course with all its sessions, once', async () => {
    const { id: courseId } = await createCourse({ sessionCount: 7 });
    const viewer = await createUser();
    const answers = await Promise.all([1, 2, 3].map(() => enroll(db(), { viewer, courseId })));
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: { courseId } })));
    expect(await db().enrollment.findMany()).toMatchObject([
      { studentId: viewer.id, courseId, sessionCount: 7, status: 'active', deferredAt: null },
    ]);
  });

  test('leaves an enrollment that stands as it is', async () => {
    const { courseId, student: viewer } = await createScene();
    await db().enrollment.updateMany({ data: { sessionCount: 99 } });
    await enroll(db(), { viewer, courseId });
    expect(await db().enrollment.findMany()).toMatchObject([{ sessionCount: 99 }]);
  });

  test('does not begin one again that has ended', async () => {
    const { courseId, student: viewer } = await createScene();
    await db().enrollment.updateMany({ data: { status: 'cancelled' } });
    expect(await enroll(db(), { viewer, courseId })).toEqual({
      ok: false,
      code: 'ENROLLMENT_ENDED',
    });
  });

  test.each(['', 'no-id', '00000000-0000-7000-8000-000000000000'])(
    'knows no course "%s"',
    async (courseId) => {
      const viewer = await createUser();
      const refused = await enroll(db(), { viewer, courseId });
      expect(refused).toEqual({ ok: false, code: 'COURSE_NOT_FOUND' });
    },
  );
});

describe('sessions left', () => {
  test('are those included, less those held, booked, done or missed', async () => {
    const scene = await createScene();
    const statuses: SessionStatus[] = [
      'scheduled',
      'completed',
      'no_show',
      'cancelled',
      'expired',
      'pending_payment',
      'pending_payment',
    ];
    for (const [index, status] of statuses.entries()) {
      // The first of the two holds has run out by now, to the millisecond.
      const holdExpiresAt = index === 5 ? NOW : LATER;
      await createSession({
        enrollmentId: scene.enrollment.id,
        studentTeacherId: scene.st.id,
        scheduledStart: new Date(Date.UTC(2025, 2, 5 + index, 15)),
        status,
        ...(status === 'pending_payment' ? { holdExpiresAt } : {}),
      });
    }
    const who = { studentId: scene.student.id, now: NOW };
    const left = await findActiveEnrollment(db(), { ...who, courseId: scene.courseId });
    expect(left).toMatchObject({ id: scene.enrollment.id, sessionsLeft: 6 });
    expect(await listEnrolledCourses(db(), who)).toMatchObject([{ sessionsLeft: 6 }]);
  });

  test('are nobody’s where there is no enrollment that runs', async () => {
    const { courseId, student } = await createScene();
    const stranger = await createUser();
    const find = (studentId: string, id = courseId) =>
      findActiveEnrollment(db(), { studentId, courseId: id, now: NOW });
    expect(await find(stranger.id)).toBeNull();
    expect(await find(student.id, 'no-id')).toBeNull();
    await db().enrollment.updateMany({ data: { status: 'completed' } });
    expect(await find(student.id)).toBeNull();
  });

  test('are listed with the newest course first', async () => {
    const student = await createUser();
    for (const title of ['First', 'Second']) {
      const { id: courseId } = await createCourse({ title });
      await createEnrollment({ courseId, studentId: student.id });
    }
    const listed = await listEnrolledCourses(db(), { studentId: student.id, now: NOW });
    expect(listed.map(({ course }) => course.title)).toEqual(['Second', 'First']);
  });
});
