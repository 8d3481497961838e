import { millisecondsInDay } from 'date-fns/constants';
import { inOrder, isUuid } from '@/lib/db/ids';
import { endsAfter, findSessionCursors } from '@/lib/sessions/list-sessions';
import { Prisma, type PrismaClient } from '@/prisma/client/client';
import type { CalendarEntry } from './session-event';

const FEED_PAST_DAYS = 30;
const FEED_LIMIT = 500;

const PERSON = { id: true, name: true, email: true } as const;

const ENTRY = {
  id: true,
  status: true,
  sequence: true,
  scheduledStart: true,
  scheduledEnd: true,
  reminders: true,
  note: true,
  createdAt: true,
  course: { select: { title: true } },
  student: { select: PERSON },
  teacher: { select: PERSON },
  events: { orderBy: { happenedAt: 'desc' }, take: 1, select: { happenedAt: true } },
} as const satisfies Prisma.TutoringSessionSelect;

type Reader = CalendarEntry['reader'];
type Row = Prisma.TutoringSessionGetPayload<{ select: typeof ENTRY }>;

/** A session in the calendar of its student or ST; null for anyone else, and if there is no such session. */
export async function findCalendarEntry(
  db: PrismaClient,
  { sessionId, reader }: { sessionId: string; reader: Reader },
): Promise<CalendarEntry | null> {
  if (!isUuid(sessionId)) return null;
  const found = await db.tutoringSession.findFirst({
    where: { id: sessionId, OR: [{ studentId: reader.id }, { teacherId: reader.id }] },
    select: ENTRY,
  });
  return found && entryOf(found, reader);
}

/** The sessions in a feed: scheduled, completed or missed, from 30 days ago on. At most 500. */
export async function listFeedEntries(
  db: PrismaClient,
  { reader, now }: { reader: Reader; now: Date },
): Promise<CalendarEntry[]> {
  const { startConditions, conditions } = endsAfter(
    new Date(now.getTime() - FEED_PAST_DAYS * millisecondsInDay),
  );
  const listed = await findSessionCursors(db, {
    viewerId: reader.id,
    startConditions,
    conditions: [...conditions, Prisma.sql`status IN ('scheduled', 'completed', 'no_show')`],
    order: 'asc',
    limit: FEED_LIMIT,
  });
  if (listed.length === 0) return [];
  const ids = listed.map(({ id }) => id);
  const found = await db.tutoringSession.findMany({ where: { id: { in: ids } }, select: ENTRY });
  return inOrder(ids, found).map((row) => entryOf(row, reader));
}

function entryOf({ events, createdAt, ...tutoringSession }: Row, reader: Reader): CalendarEntry {
  return { tutoringSession, reader, stampedAt: events[0]?.happenedAt ?? createdAt };
}
