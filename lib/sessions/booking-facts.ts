import { addDays } from 'date-fns';
import { millisecondsInDay } from 'date-fns/constants';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import type { BookingFacts } from './plan-session';

const BEYOND_ANY_HORIZON_DAYS = 366;

/** What the decision to book one time depends on, in one statement. Null if there is no such ST. */
export async function readBookingFacts(
  db: PrismaClient,
  { viewer, stId, start, now }: BookedTime,
): Promise<BookingFacts | null> {
  const range = aroundStart(start, now);
  const offers = await readCourseOffers(db, { viewerId: viewer.id, stId, now, range });
  const st = offers?.sts[0];
  if (!offers || !st) return null;
  const { id, pricePerSessionCents } = offers.course;
  return {
    studentId: viewer.id,
    courseId: id,
    enrollment: offers.enrollment,
    st: {
      isActive: st.isActive,
      userId: st.user.id,
      timezone: st.user.timezone,
      rules: st.rules,
      isPriced: (pricePerSessionCents ?? 0) > 0,
    },
    teacher: st.calendar,
    studentClaims: offers.studentClaims,
  };
}

interface BookedTime {
  viewer: { id: string };
  stId: string;
  start: Instant;
  now: Date;
}

/** The claims near a start decide about it. Far from now, nothing is offered anyway. */
function aroundStart(start: Instant, now: Date): Interval {
  const latest = addDays(now, BEYOND_ANY_HORIZON_DAYS).getTime();
  const near = Math.min(Math.max(start, now.getTime()), latest);
  return { start: near - millisecondsInDay, end: near + 2 * millisecondsInDay };
}

/** Whether a live claim of the student overlaps `during`. */
export async function isStudentBusy(
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
