import { inOrder, isUuid } from '@/lib/db/ids';
import { Prisma, type PrismaClient } from '@/prisma/client/client';

const EVENT_LIMIT = 50;

const EVENT_FIELDS = {
  id: true,
  kind: true,
  happenedAt: true,
  scheduledStart: true,
  actor: { select: { id: true, name: true } },
} as const satisfies Prisma.SessionEventSelect;

/** One page of a session's timeline, oldest first. */
export interface SessionEventPage {
  events: Prisma.SessionEventGetPayload<{ select: typeof EVENT_FIELDS }>[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/**
 * The 50 events of a session before the event `before`. Returns the latest 50 if `before` is null, is
 * not an event of this session, or has no earlier events. Does not check that the viewer may see the
 * session.
 */
export async function listSessionEvents(
  db: PrismaClient,
  { sessionId, before }: { sessionId: string; before: string | null },
): Promise<SessionEventPage> {
  const cursor = before && isUuid(before) ? before : null;
  // Compared in SQL, because a `Date` has no microseconds.
  const place = cursor
    ? Prisma.sql`AND (happened_at, id) < (
        SELECT happened_at, id FROM session_events
        WHERE id = ${cursor}::uuid AND session_id = ${sessionId}::uuid)`
    : Prisma.empty;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM session_events WHERE session_id = ${sessionId}::uuid ${place}
    ORDER BY happened_at DESC, id DESC LIMIT ${EVENT_LIMIT + 1}`;
  if (cursor && found.length === 0) return listSessionEvents(db, { sessionId, before: null });
  const shown = found.slice(0, EVENT_LIMIT).reverse();
  const ids = shown.map(({ id }) => id);
  const rows = await db.sessionEvent.findMany({
    where: { id: { in: ids } },
    select: EVENT_FIELDS,
  });
  return {
    events: inOrder(ids, rows),
    hasEarlier: found.length > EVENT_LIMIT,
    hasLater: cursor !== null,
  };
}
