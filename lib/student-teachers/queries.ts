import { loadCalendars } from '@/lib/availability/queries';
import { bookingHorizon, type OfferRules, offeredTimes } from '@/lib/availability/rules';
import { isUuid } from '@/lib/ids';
import type { Prisma, PrismaClient } from '@/prisma/client/client';
import type { OfferingSt } from './rules';

const LIST_LIMIT = 100;

/** What an ST's offer is made from; spread into a select. */
export const OFFER_FIELDS = {
  bufferMinutes: true,
  slotStepMinutes: true,
  minNoticeHours: true,
  bookingHorizonDays: true,
  course: { select: { sessionMinutes: true, pricePerSessionCents: true } },
} as const satisfies Prisma.StudentTeacherSelect;

type OfferRow = Prisma.StudentTeacherGetPayload<{ select: typeof OFFER_FIELDS }>;

export function offerRules({ course, ...st }: OfferRow): OfferRules {
  return {
    sessionMinutes: course.sessionMinutes,
    bufferMinutes: st.bufferMinutes,
    slotStepMinutes: st.slotStepMinutes,
    minNoticeHours: st.minNoticeHours,
    bookingHorizonDays: st.bookingHorizonDays,
  };
}

/**
 * The active STs of a course, those with the soonest free time first, without the viewer.
 * Six queries, whatever the number of STs and days. A hundred STs at most.
 */
export async function listOfferingSts(
  db: PrismaClient,
  { courseId, viewerId, now }: { courseId: string; viewerId: string; now: Date },
): Promise<OfferingSt[]> {
  return isUuid(courseId) ? loadOfferingSts(db, { courseId }, { viewerId, now }) : [];
}

/** One ST as `listOfferingSts` gives them, or null for one it would leave out. */
export async function findOfferingSt(
  db: PrismaClient,
  { stId, courseId, viewerId, now }: OfferingStQuery,
): Promise<OfferingSt | null> {
  if (!isUuid(stId) || !isUuid(courseId)) return null;
  const [st] = await loadOfferingSts(db, { id: stId, courseId }, { viewerId, now });
  return st ?? null;
}

interface OfferingStQuery {
  stId: string;
  courseId: string;
  viewerId: string;
  now: Date;
}

async function loadOfferingSts(
  db: PrismaClient,
  which: { courseId: string; id?: string },
  { viewerId, now }: { viewerId: string; now: Date },
): Promise<OfferingSt[]> {
  const rows = await db.studentTeacher.findMany({
    where: { ...which, isActive: true, userId: { not: viewerId } },
    orderBy: { id: 'asc' },
    take: LIST_LIMIT,
    select: {
      id: true,
      rating: true,
      studentsTaught: true,
      user: { select: { id: true, name: true, avatarUrl: true, timezone: true } },
      ...OFFER_FIELDS,
    },
  });
  if (rows.length === 0) return [];

  const at = now.getTime();
  const longest = Math.max(...rows.map((row) => bookingHorizon(offerRules(row), at).end));
  const calendars = await loadCalendars(db, [viewerId, ...rows.map((row) => row.user.id)], {
    range: { start: at, end: longest + 2 * 24 * 3_600_000 },
    now: at,
  });
  const studentClaims = calendars.get(viewerId)?.claims ?? [];

  const sts = rows.map((row): OfferingSt => {
    const rules = offerRules(row);
    const teacher = calendars.get(row.user.id);
    return {
      id: row.id,
      user: row.user,
      studentsTaught: row.studentsTaught,
      rating: row.rating?.toNumber() ?? null,
      rules,
      starts: teacher
        ? offeredTimes({ rules, teacher, studentClaims, range: bookingHorizon(rules, at), now: at })
        : [],
    };
  });
  return sts.sort((a, b) => (a.starts[0] ?? Infinity) - (b.starts[0] ?? Infinity));
}

/** The course an ST teaches, or null when there is no such ST. */
export async function findSt(db: PrismaClient, stId: string) {
  if (!isUuid(stId)) return null;
  return db.studentTeacher.findUnique({
    where: { id: stId },
    select: {
      id: true,
      isActive: true,
      courseId: true,
      user: { select: { id: true, name: true, avatarUrl: true, timezone: true, bio: true } },
      course: { select: { title: true } },
    },
  });
}

/** An ST with what their offer is made from, whether or not they are active. */
export interface StOffer {
  id: string;
  courseId: string;
  isActive: boolean;
  user: { id: string; timezone: string | null };
  rules: OfferRules;
}

/** How an ST takes sessions, or null when there is no such ST. */
export async function findStOffer(db: PrismaClient, stId: string): Promise<StOffer | null> {
  return readStOffer(db, stId, {});
}

/** The same for the ST and for students enrolled in the course, and null for everyone else. */
export async function findVisibleStOffer(
  db: PrismaClient,
  { stId, viewerId }: { stId: string; viewerId: string },
): Promise<StOffer | null> {
  const isEnrolled = { enrollments: { some: { studentId: viewerId, status: 'active' as const } } };
  return readStOffer(db, stId, { OR: [{ userId: viewerId }, { course: isEnrolled }] });
}

async function readStOffer(
  db: PrismaClient,
  stId: string,
  where: Prisma.StudentTeacherWhereInput,
): Promise<StOffer | null> {
  if (!isUuid(stId)) return null;
  const row = await db.studentTeacher.findUnique({
    where: { ...where, id: stId },
    select: {
      id: true,
      courseId: true,
      isActive: true,
      user: { select: { id: true, timezone: true } },
      ...OFFER_FIELDS,
    },
  });
  if (!row) return null;
  const { id, courseId, isActive, user } = row;
  return { id, courseId, isActive, user, rules: offerRules(row) };
}

/** An ST as their profile shows them, or null when there is no such ST. */
export async function findStProfile(db: PrismaClient, stId: string) {
  if (!isUuid(stId)) return null;
  const st = await db.studentTeacher.findUnique({
    where: { id: stId },
    select: {
      id: true,
      isActive: true,
      rating: true,
      studentsTaught: true,
      user: { select: { id: true, name: true, avatarUrl: true, timezone: true, bio: true } },
      course: { select: { id: true, title: true } },
    },
  });
  return st && { ...st, rating: st.rating?.toNumber() ?? null };
}
