import { isUuid } from '@/lib/ids';
import type { EnrollmentStatus, PrismaClient } from '@/prisma/client/client';

const LIST_LIMIT = 50;

export interface ActiveEnrollment {
  id: string;
  deferredAt: Date | null;
  /** Sessions that the enrollment includes. */
  sessionCount: number;
  /** Those that can still be booked: all but the ones held, booked, done or missed. */
  sessionsLeft: number;
}

/** The student's running enrollment in a course, or null. A hold that ran out uses no session. */
export async function findActiveEnrollment(
  db: PrismaClient,
  { studentId, courseId, now }: { studentId: string; courseId: string; now: Date },
): Promise<ActiveEnrollment | null> {
  if (!isUuid(courseId)) return null;
  const enrollment = await db.enrollment.findUnique({
    where: { studentId_courseId: { studentId, courseId }, status: 'active' },
    select: {
      id: true,
      deferredAt: true,
      sessionCount: true,
      _count: { select: { sessions: { where: usesASession(now) } } },
    },
  });
  if (!enrollment) return null;
  const { id, deferredAt, sessionCount, _count } = enrollment;
  return { id, deferredAt, sessionCount, sessionsLeft: sessionCount - _count.sessions };
}

/** Whether a student's enrollment in a course runs or has ended; null when there was never one. */
export async function findEnrollmentStatus(
  db: PrismaClient,
  { studentId, courseId }: { studentId: string; courseId: string },
): Promise<EnrollmentStatus | null> {
  if (!isUuid(courseId)) return null;
  const enrollment = await db.enrollment.findUnique({
    where: { studentId_courseId: { studentId, courseId } },
    select: { status: true },
  });
  return enrollment?.status ?? null;
}

export interface EnrolledCourse extends ActiveEnrollment {
  course: { id: string; title: string };
}

/** The courses a student is in, newest enrollment first. Fifty at most. */
export async function listEnrolledCourses(
  db: PrismaClient,
  { studentId, now }: { studentId: string; now: Date },
): Promise<EnrolledCourse[]> {
  const enrollments = await db.enrollment.findMany({
    where: { studentId, status: 'active' },
    orderBy: { id: 'desc' },
    take: LIST_LIMIT,
    select: {
      id: true,
      deferredAt: true,
      sessionCount: true,
      course: { select: { id: true, title: true } },
      _count: { select: { sessions: { where: usesASession(now) } } },
    },
  });
  return enrollments.map(({ _count, ...enrollment }) => ({
    ...enrollment,
    sessionsLeft: enrollment.sessionCount - _count.sessions,
  }));
}

function usesASession(now: Date) {
  return {
    OR: [
      { status: { in: ['scheduled' as const, 'completed' as const, 'no_show' as const] } },
      { status: 'pending_payment' as const, holdExpiresAt: { gt: now } },
    ],
  };
}
