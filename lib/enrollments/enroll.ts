import { isUuid } from '@/lib/db/ids';
import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';
import { findEnrollmentStatus } from './queries';

export type EnrollCode = 'COURSE_NOT_FOUND' | 'ENROLLMENT_ENDED';

/**
 * Enrolls the viewer in a course with all its sessions. An active enrollment is unchanged; one that has
 * ended is refused.
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
