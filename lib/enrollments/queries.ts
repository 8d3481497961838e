import { isUuid } from '@/lib/db/ids';
import type { EnrollmentStatus, Prisma, PrismaClient } from '@/prisma/client/client';

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
      ...selectUse(now),
    },
  });
  if (!enrollment) return null;
  const { id, deferredAt, sessionCount } = enrollment;
  return { id, deferredAt, sessionCount, sessionsLeft: sessionsLeft(enrollment) };
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
      course: { select: { id: true, title: true } },
      ...selectUse(now),
    },
  });
  return enrollments.map(({ id, deferredAt, sessionCount, course, ...used }) => ({
    id,
    deferredAt,
    sessionCount,
    course,
    sessionsLeft: sessionsLeft({ sessionCount, ...used }),
  }));
}

/** A hold that ran out counts until the database has released it, within a minute; it is left out here. */
function selectUse(now: Date) {
  return {
    sessionCount: true,
    sessionsUsed: true,
    sessions: {
      where: { status: 'pending_payment', holdExpiresAt: { lte: now } },
      select: { id: true },
    },
  } as const satisfies Prisma.EnrollmentSelect;
}

function sessionsLeft(
  enrollment: Prisma.EnrollmentGetPayload<{ select: ReturnType<typeof selectUse> }>,
): number {
  return enrollment.sessionCount - enrollment.sessionsUsed + enrollment.sessions.length;
}
