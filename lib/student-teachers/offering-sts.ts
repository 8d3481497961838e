import { millisecondsInDay } from 'date-fns/constants';
import { loadCalendars } from '@/lib/availability/load-calendars';
import { bookingHorizon, offeredTimes } from '@/lib/availability/offered-times';
import { isUuid } from '@/lib/db/ids';
import type { Prisma, PrismaClient } from '@/prisma/client/client';
import type { OfferingSt } from './next-best-slots';
import { OFFER_FIELDS, offerRules } from './offer';

export const STS_LIMIT = 100;

export const LISTED_ST_FIELDS = {
  id: true,
  rating: true,
  studentsTaught: true,
  user: { select: { id: true, name: true, avatarUrl: true, timezone: true } },
} as const satisfies Prisma.StudentTeacherSelect;

/**
 * The active STs of a course, those with the soonest free time first, without the viewer.
 * Six queries, whatever the number of STs and days. A hundred STs at most.
 */
export async function listOfferingSts(
  db: PrismaClient,
  { courseId, viewerId, now }: { courseId: string; viewerId: string; now: Date },
): Promise<OfferingSt[]> {
  if (!isUuid(courseId)) return [];
  return loadOfferingSts(db, { courseId, isActive: true }, { viewerId, now });
}

/** An ST requested by id. An inactive one has no starts. */
export interface RequestedSt extends OfferingSt {
  isActive: boolean;
}

/** One ST of a course, active or not; null for the viewer and for one who is not of this course. */
export async function findOfferingSt(
  db: PrismaClient,
  { stId, courseId, viewerId, now }: OfferingStQuery,
): Promise<RequestedSt | null> {
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
  filter: { courseId: string; id?: string; isActive?: boolean },
  { viewerId, now }: { viewerId: string; now: Date },
): Promise<RequestedSt[]> {
  const rows = await db.studentTeacher.findMany({
    where: { ...filter, userId: { not: viewerId } },
    orderBy: { id: 'asc' },
    take: STS_LIMIT,
    select: {
      ...LISTED_ST_FIELDS,
      isActive: true,
      ...OFFER_FIELDS,
    },
  });
  if (rows.length === 0) return [];

  const at = now.getTime();
  const longest = Math.max(...rows.map((row) => bookingHorizon(offerRules(row), at).end));
  const calendars = await loadCalendars(db, [viewerId, ...rows.map((row) => row.user.id)], {
    range: { start: at, end: longest + 2 * millisecondsInDay },
    now: at,
  });
  const studentClaims = calendars.get(viewerId)?.claims ?? [];

  const sts = rows.map((row): RequestedSt => {
    const rules = offerRules(row);
    const teacher = calendars.get(row.user.id);
    return {
      id: row.id,
      isActive: row.isActive,
      user: row.user,
      studentsTaught: row.studentsTaught,
      rating: row.rating?.toNumber() ?? null,
      rules,
      starts:
        teacher && row.isActive
          ? offeredTimes({
              rules,
              teacher,
              studentClaims,
              range: bookingHorizon(rules, at),
              now: at,
            })
          : [],
    };
  });
  return sts.sort((a, b) => (a.starts[0] ?? Infinity) - (b.starts[0] ?? Infinity));
}
