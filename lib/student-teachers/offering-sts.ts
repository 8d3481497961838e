import {
  bookingHorizon,
  firstOfferedTime,
  type OfferedTimesInput,
  offeredTimes,
} from '@/lib/availability/offered-times';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import {
  type CourseOffers,
  readCourseOffers,
  type StOffer,
  type VisibleOffer,
} from './course-offers';
import type { OfferingSt } from './next-best-slots';

/** An ST in a list: only the next free time is known. */
export interface ListedSt extends StOffer {
  nextFree: Instant | null;
}

/** The STs with their next free time, soonest first; those without one come last. */
export function listedSts({ sts, studentClaims }: CourseOffers, now: Instant): ListedSt[] {
  const listed = sts.map((st) => ({
    ...st,
    nextFree: st.isActive ? (firstOfferedTime(inputOf(st, studentClaims, now)) ?? null) : null,
  }));
  return listed.sort((a, b) => (a.nextFree ?? Infinity) - (b.nextFree ?? Infinity));
}

/** An ST with every time that they offer the student. */
export type RequestedSt = StOffer & OfferingSt;

/** The STs with every time that they offer the student, soonest first. An inactive one offers none. */
export function offeringSts({ sts, studentClaims }: CourseOffers, now: Instant): RequestedSt[] {
  const offering = sts.map((st) => ({
    ...st,
    starts: st.isActive ? offeredTimes(inputOf(st, studentClaims, now)) : [],
  }));
  return offering.sort((a, b) => (a.starts[0] ?? Infinity) - (b.starts[0] ?? Infinity));
}

/** The active STs of a course, except the viewer, with every time that they offer; at most 100. */
export async function listOfferingSts(
  db: PrismaClient,
  { courseId, viewerId, now }: { courseId: string; viewerId: string; now: Date },
): Promise<OfferingSt[]> {
  const offers = await readCourseOffers(db, { courseId, viewerId, now });
  return offers ? offeringSts(offers, now.getTime()) : [];
}

/** The times in `range` that one ST offers the student. */
export function startsIn(
  range: Interval,
  { st, studentClaims }: Pick<VisibleOffer, 'st' | 'studentClaims'>,
  now: Instant,
): Instant[] {
  return st.isActive ? offeredTimes({ ...inputOf(st, studentClaims, now), range }) : [];
}

function inputOf(
  { rules, calendar }: StOffer,
  studentClaims: CourseOffers['studentClaims'],
  now: Instant,
): OfferedTimesInput {
  const range = bookingHorizon(rules, now);
  return { rules, teacher: calendar, studentClaims, range, now };
}
