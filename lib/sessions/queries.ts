import { inOrder, isUuid } from '@/lib/db/ids';
import type { Prisma, PrismaClient } from '@/prisma/client/client';

const PERSON_FIELDS = { id: true, name: true, avatarUrl: true, timezone: true } as const;

const DETAIL_FIELDS = {
  id: true,
  status: true,
  scheduledStart: true,
  scheduledEnd: true,
  timedAt: true,
  holdExpiresAt: true,
  note: true,
  reminders: true,
  stId: true,
  course: { select: { id: true, title: true, pricePerSessionCents: true, currency: true } },
  student: { select: PERSON_FIELDS },
  teacher: { select: PERSON_FIELDS },
} as const satisfies Prisma.TutoringSessionSelect;

export type SessionDetail = Prisma.TutoringSessionGetPayload<{ select: typeof DETAIL_FIELDS }>;

/** Sessions in the order of `ids`. Does not check that the viewer may see them. */
export async function readSessions(
  db: PrismaClient,
  ids: readonly string[],
): Promise<SessionDetail[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  return inOrder(ids, await db.tutoringSession.findMany({ where, select: DETAIL_FIELDS }));
}

/** Null if there is no such session, or if the viewer is not its student or ST. */
export async function findSession(
  db: PrismaClient,
  { sessionId, viewerId }: { sessionId: string; viewerId: string },
): Promise<SessionDetail | null> {
  if (!isUuid(sessionId)) return null;
  return db.tutoringSession.findFirst({
    where: { id: sessionId, OR: [{ studentId: viewerId }, { teacherId: viewerId }] },
    select: DETAIL_FIELDS,
  });
}
