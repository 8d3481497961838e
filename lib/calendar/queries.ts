import { isUuid } from '@/lib/ids';
import type { Prisma, PrismaClient } from '@/prisma/client/client';
import type { CalendarEntry } from './rules';

const DAY_MS = 24 * 3_600_000;
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

/** A session in the calendar of its student or ST; null for anyone else and for what is no session. */
export async function findCalendarEntry(
  db: PrismaClient,
  { sessionId, reader }: { sessionId: string; reader: Reader },
): Promise<CalendarEntry | null> {
  if (!isUuid(sessionId)) return null;
  const found = await db.tutoringSession.findFirst({
    where: { id: sessionId, ...takesPart(reader) },
    select: ENTRY,
  });
  return found && entryOf(found, reader);
}

/** What a feed holds: the sessions that stand, from a month ago on. Five hundred at most. */
export async function listFeedEntries(
  db: PrismaClient,
  { reader, now }: { reader: Reader; now: Date },
): Promise<CalendarEntry[]> {
  const found = await db.tutoringSession.findMany({
    where: {
      ...takesPart(reader),
      status: { in: ['scheduled', 'completed', 'no_show'] },
      scheduledEnd: { gt: new Date(now.getTime() - FEED_PAST_DAYS * DAY_MS) },
    },
    orderBy: [{ scheduledStart: 'asc' }, { id: 'asc' }],
    take: FEED_LIMIT,
    select: ENTRY,
  });
  return found.map((row) => entryOf(row, reader));
}

function takesPart({ id }: Reader) {
  return { OR: [{ studentId: id }, { teacherId: id }] };
}

function entryOf({ events, createdAt, ...tutoringSession }: Row, reader: Reader): CalendarEntry {
  return { tutoringSession, reader, stampedAt: events[0]?.happenedAt ?? createdAt };
}
