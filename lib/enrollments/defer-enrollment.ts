import { isUuid } from '@/lib/db/ids';
import { setActor } from '@/lib/db/transaction-context';
import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';

export type DeferEnrollmentCode = 'NOT_ENROLLED';

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
