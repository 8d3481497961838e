import { type CalendarJson, readCalendar, readIntervals } from '@/lib/availability/calendar-json';
import type { OfferRules, PersonalCalendar } from '@/lib/availability/offered-times';
import { isUuid } from '@/lib/db/ids';
import type { ActiveEnrollment } from '@/lib/enrollments/queries';
import type { Interval } from '@/lib/time/intervals';
import type { EnrollmentStatus, PrismaClient } from '@/prisma/client/client';

/** A course with everything that determines which times one student can book in it. */
export interface CourseOffers {
  course: OfferedCourse;
  /** The student's active enrollment. */
  enrollment: ActiveEnrollment | null;
  /** Whether the student had an enrollment that has ended. */
  hasEnded: boolean;
  /** The student's own `stId` in this course; null if they do not teach it. */
  ownStId: string | null;
  studentClaims: Interval[];
  sts: StOffer[];
}

interface OfferedCourse {
  id: string;
  title: string;
  description: string;
  sessionCount: number;
  sessionMinutes: number;
  pricePerSessionCents: number | null;
  currency: string;
}

/** An ST, active or not, with their rules and calendar. */
export interface StOffer {
  id: string;
  isActive: boolean;
  user: StUser;
  studentsTaught: number;
  /** One to five; null before the first review. */
  rating: number | null;
  rules: OfferRules;
  calendar: PersonalCalendar;
}

interface StUser {
  id: string;
  name: string;
  avatarUrl: string | null;
  timezone: string | null;
  bio: string | null;
}

interface OffersQuery {
  viewerId: string;
  now: Date;
  /** The course; that of the ST if absent. */
  courseId?: string | undefined;
  /** The only ST to read, active or not. If absent, the active STs except the viewer, at most 100. */
  stId?: string | undefined;
  /** Claims that overlap it are read; if absent, those up to the booking horizon. */
  range?: Interval;
}

/** Reads a course's offers in one statement. Null if there is no such course or ST. */
export async function readCourseOffers(
  db: PrismaClient,
  { viewerId, now, courseId, stId, range }: OffersQuery,
): Promise<CourseOffers | null> {
  if (![courseId, stId].every((id) => id === undefined || isUuid(id))) return null;
  const [row] = await db.$queryRaw<{ offers: OffersJson | null }[]>`
    SELECT course_offers(${viewerId}::uuid, ${courseId}::uuid, ${stId}::uuid, ${now}::timestamptz,
      ${range && new Date(range.start)}::timestamptz,
      ${range && new Date(range.end)}::timestamptz) AS offers`;
  if (!row?.offers) return null;
  const { sts, studentClaims, enrollment, ...offers } = row.offers;
  return {
    ...offers,
    enrollment: enrollment?.status === 'active' ? readEnrollment(enrollment) : null,
    hasEnded: enrollment !== null && enrollment.status !== 'active',
    studentClaims: readIntervals(studentClaims),
    sts: (sts ?? []).map((st) => ({ ...st, calendar: readCalendar(st.calendar) })),
  };
}

/** What the database's function `course_offers` returns. A list without rows is null. */
interface OffersJson extends Pick<CourseOffers, 'course' | 'ownStId'> {
  enrollment: EnrollmentJson | null;
  studentClaims: CalendarJson['claims'];
  sts: (Omit<StOffer, 'calendar'> & { calendar: CalendarJson })[] | null;
}

interface EnrollmentJson extends Omit<ActiveEnrollment, 'deferredAt'> {
  status: EnrollmentStatus;
  deferredAt: string | null;
}

function readEnrollment({ status: _, deferredAt, ...rest }: EnrollmentJson): ActiveEnrollment {
  return { ...rest, deferredAt: deferredAt === null ? null : new Date(deferredAt) };
}

export interface VisibleOffer {
  course: OfferedCourse;
  st: StOffer;
  studentClaims: Interval[];
}

/** One ST's offer, for the ST and for students enrolled in the course. Null for everyone else. */
export async function readVisibleOffer(
  db: PrismaClient,
  query: OffersQuery & { stId: string },
): Promise<VisibleOffer | null> {
  const offers = await readCourseOffers(db, query);
  const st = offers?.sts[0];
  if (!offers || !st) return null;
  const { course, enrollment, studentClaims } = offers;
  return enrollment || st.user.id === query.viewerId ? { course, st, studentClaims } : null;
}
