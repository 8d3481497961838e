import { setActor } from '@/lib/actor';
import { isUuid } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';
import { findEnrollmentStatus } from './queries';
import type { DeferEnrollmentCode, EnrollCode } from './rules';

/**
 * Records that the viewer chose "Schedule Later". Doing it again keeps the first moment; booking a
 * session clears it. Refused for an enrollment that is not the viewer's own or has ended.
 */
export async function deferEnrollment(
  db: PrismaClient,
  { viewer, enrollmentId, now }: { viewer: { id: string }; enrollmentId: string; now: Date },
): Promise<Result<{ courseId: string; deferredAt: Date }, DeferEnrollmentCode>> {
  if (!isUuid(enrollmentId)) return refuse('NOT_ENROLLED');
  const own = { id: enrollmentId, studentId: viewer.id, status: 'active' } as const;
  await db.$transaction(async (tx) => {
    await setActor(tx, viewer.id);
    await tx.enrollment.updateMany({
      where: { ...own, deferredAt: null },
      data: { deferredAt: now },
    });
  });
  const enrollment = await db.enrollment.findUnique({
    where: own,
    select: { courseId: true, deferredAt: true },
  });
  if (!enrollment) return refuse('NOT_ENROLLED');
  return ok({ courseId: enrollment.courseId, deferredAt: enrollment.deferredAt ?? now });
}

/**
 * Puts the viewer in a course with all its sessions. An enrollment that stands is left as it is; one
 * that has ended is not begun again.
 */
export async function enroll(
  db: PrismaClient,
  { viewer, courseId }: { viewer: { id: string }; courseId: string },
): Promise<Result<{ courseId: string }, EnrollCode>> {
  const course = isUuid(courseId)
    ? await db.course.findUnique({ where: { id: courseId }, select: { sessionCount: true } })
    : null;
  if (!course) return refuse('COURSE_NOT_FOUND');
  await db.enrollment.createMany({
    data: { studentId: viewer.id, courseId, sessionCount: course.sessionCount },
    skipDuplicates: true,
  });
  const status = await findEnrollmentStatus(db, { studentId: viewer.id, courseId });
  return status === 'active' ? ok({ courseId }) : refuse('ENROLLMENT_ENDED');
}
