import { isUuid } from '@/lib/db/ids';
import type { EnrollmentStatus, Prisma, PrismaClient } from '@/prisma/client/client';

export interface ActiveEnrollment {
  id: string;
  deferredAt: Date | null;
  /** Sessions that the enrollment includes. */
  sessionCount: number;
  /** The number that can still be booked: without those held, scheduled, completed or missed. */
  sessionsLeft: number;
}

/** The student's active enrollment in a course, or null. A lapsed hold uses no session. */
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

/** Whether a student's enrollment in a course is active or has ended; null if there was never one. */
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

/** The database counts a lapsed hold until it expires it, within a minute; here it does not count. */
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
