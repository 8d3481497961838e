import { loadCalendars } from '@/lib/availability/queries';
import { bookingHorizon } from '@/lib/availability/rules';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { inOrder, isUuid } from '@/lib/ids';
import type { Interval } from '@/lib/scheduling/intervals';
import { OFFER_FIELDS, offerRules } from '@/lib/student-teachers/queries';
import { Prisma, type PrismaClient } from '@/prisma/client/client';
import type { BookingFacts } from './rules';

const DAY_MS = 24 * 3_600_000;
const EVENT_LIMIT = 50;

/**
 * All that the decision to book one time needs, in a handful of queries. Null when there is no such ST.
 */
export async function readBookingFacts(
  db: PrismaClient,
  request: { viewer: { id: string }; studentTeacherId: string; start: Date; now: Date },
): Promise<BookingFacts | null> {
  const { viewer, studentTeacherId, start, now } = request;
  if (!isUuid(studentTeacherId)) return null;
  const st = await db.studentTeacher.findUnique({
    where: { id: studentTeacherId },
    select: { userId: true, courseId: true, isActive: true, ...OFFER_FIELDS },
  });
  if (!st) return null;
  const rules = offerRules(st);
  // No start beyond the horizon is offered, so what is known at its edge is enough to refuse one.
  const horizon = bookingHorizon(rules, now.getTime());
  const near = Math.min(Math.max(start.getTime(), horizon.start), horizon.end);
  const range = { start: near - DAY_MS, end: near + 2 * DAY_MS };
  const [enrollment, calendars] = await Promise.all([
    findActiveEnrollment(db, { studentId: viewer.id, courseId: st.courseId, now }),
    loadCalendars(db, [st.userId, viewer.id], { range, now: now.getTime() }),
  ]);
  const teacher = calendars.get(st.userId);
  if (!teacher) return null;
  return {
    studentId: viewer.id,
    enrollment,
    st: {
      isActive: st.isActive,
      userId: st.userId,
      rules,
      isPriced: (st.course.pricePerSessionCents ?? 0) > 0,
    },
    teacher,
    studentClaims: calendars.get(viewer.id)?.claims ?? [],
  };
}

/** Whether a live claim of the student meets `during`. */
export async function studentIsTaken(
  db: PrismaClient,
  studentId: string,
  during: Interval,
  now: Date,
): Promise<boolean> {
  const claim = await db.calendarClaim.findFirst({
    where: {
      userId: studentId,
      startsAt: { lt: new Date(during.end) },
      endsAt: { gt: new Date(during.start) },
      OR: [{ holdExpiresAt: null }, { holdExpiresAt: { gt: now } }],
    },
    select: { sessionId: true },
  });
  return claim !== null;
}

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
  studentTeacherId: true,
  course: { select: { id: true, title: true, pricePerSessionCents: true, currency: true } },
  student: { select: PERSON_FIELDS },
  teacher: { select: PERSON_FIELDS },
} as const satisfies Prisma.TutoringSessionSelect;

export type SessionDetail = Prisma.TutoringSessionGetPayload<{ select: typeof DETAIL_FIELDS }>;

/** Sessions in the order of `ids`. Ask only for sessions the viewer takes part in. */
export async function readSessions(
  db: PrismaClient,
  ids: readonly string[],
): Promise<SessionDetail[]> {
  if (ids.length === 0) return [];
  const where = { id: { in: [...ids] } };
  return inOrder(ids, await db.tutoringSession.findMany({ where, select: DETAIL_FIELDS }));
}

/** A session as its student or ST sees it; null for anyone else and for an id that is no session. */
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

const EVENT_FIELDS = {
  id: true,
  kind: true,
  happenedAt: true,
  scheduledStart: true,
  actor: { select: { id: true, name: true } },
} as const satisfies Prisma.SessionEventSelect;

/** Some of what happened to a session, oldest first. */
export interface SessionEventPage {
  events: Prisma.SessionEventGetPayload<{ select: typeof EVENT_FIELDS }>[];
  hasEarlier: boolean;
  hasLater: boolean;
}

/**
 * The fifty events of a session just before the event `before`. The latest fifty where that is null or
 * no event of this session, or the first of all. Ask only for a session the viewer takes part in.
 */
export async function listSessionEvents(
  db: PrismaClient,
  { sessionId, before }: { sessionId: string; before: string | null },
): Promise<SessionEventPage> {
  const cursor = before && isUuid(before) ? before : null;
  // Prisma's dates end at the millisecond, so the database compares its own.
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
