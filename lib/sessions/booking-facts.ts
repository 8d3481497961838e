import { millisecondsInDay } from 'date-fns/constants';
import { loadCalendars } from '@/lib/availability/load-calendars';
import { bookingHorizon } from '@/lib/availability/offered-times';
import { isUuid } from '@/lib/db/ids';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { OFFER_FIELDS, offerRules } from '@/lib/student-teachers/offer';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import type { BookingFacts } from './plan-session';

/**
 * Reads what the decision to book one time needs, in a few queries. Null if there is no such ST.
 */
export async function readBookingFacts(
  db: PrismaClient,
  request: { viewer: { id: string }; stId: string; start: Instant; now: Date },
): Promise<BookingFacts | null> {
  const { viewer, stId, start, now } = request;
  if (!isUuid(stId)) return null;
  const st = await db.studentTeacher.findUnique({
    where: { id: stId },
    select: { userId: true, courseId: true, isActive: true, ...OFFER_FIELDS },
  });
  if (!st) return null;
  const rules = offerRules(st);
  // A start beyond the horizon is refused anyway, so data up to the horizon is enough.
  const horizon = bookingHorizon(rules, now.getTime());
  const near = Math.min(Math.max(start, horizon.start), horizon.end);
  const range = { start: near - millisecondsInDay, end: near + 2 * millisecondsInDay };
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
