import { millisecondsInMinute } from 'date-fns/constants';
import { type CourseOffers, readCourseOffers } from '@/lib/student-teachers/course-offers';
import { nextBestSlots, type OfferedSlot } from '@/lib/student-teachers/next-best-slots';
import { listedSts, offeringSts, type RequestedSt } from '@/lib/student-teachers/offering-sts';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import type { Viewer } from '@/lib/users/queries';
import type { PrismaClient } from '@/prisma/client/client';

interface WizardRequest {
  viewer: Viewer;
  /** The course; that of the ST if absent. */
  courseId?: string | undefined;
  /** The ST and the time in the URL. */
  stId: string | null;
  time: string | null;
  now: Date;
}

/**
 * Reads one ST's times, or the list of STs if none can be booked: a single statement, or two if the ST or
 * the time in the URL can no longer be booked. Null if the course does not exist.
 */
export async function loadWizard(
  db: PrismaClient,
  { viewer, courseId, stId, time, now }: WizardRequest,
) {
  const viewed = { viewerId: viewer.id, now };
  const requested = stId ? await readCourseOffers(db, { courseId, stId, ...viewed }) : null;
  const st = requested && findRequestedSt(requested, viewer, now);
  const gone = requested && st ? findGone(requested, st, time) : null;
  const needsList = !st?.isActive || gone !== null;
  const inCourse = courseId ?? requested?.course.id;
  const everyone =
    needsList && inCourse ? await readCourseOffers(db, { courseId: inCourse, ...viewed }) : null;
  const offers = everyone ?? requested;
  if (!offers) return null;
  return {
    course: offers.course,
    enrollment: offers.enrollment,
    sts: everyone ? listedSts(everyone, now.getTime()) : [],
    st,
    zone: viewer.timezone ?? DEFAULT_TIME_ZONE,
    gone: gone && { ...gone, alternatives: alternativesTo(gone.start, st, everyone, now) },
  };
}

export type LoadedWizard = NonNullable<Awaited<ReturnType<typeof loadWizard>>>;

/** The ST in the URL with their times; null if it is the viewer. */
function findRequestedSt(offers: CourseOffers, viewer: Viewer, now: Date): RequestedSt | null {
  const [st] = offeringSts(offers, now.getTime());
  return st && st.user.id !== viewer.id ? st : null;
}

/** The time in the URL if it is not free, and whether the student is busy then. */
function findGone({ studentClaims }: CourseOffers, st: RequestedSt, time: string | null) {
  const start = time === null ? Number.NaN : Date.parse(time);
  if (Number.isNaN(start) || st.starts.includes(start)) return null;
  const end = start + st.rules.sessionMinutes * millisecondsInMinute;
  const isViewersOwn = studentClaims.some((claim) => claim.start < end && start < claim.end);
  return { start, isViewersOwn };
}

function alternativesTo(
  start: number,
  st: RequestedSt | null,
  everyone: CourseOffers | null,
  now: Date,
): OfferedSlot[] {
  if (!st || !everyone) return [];
  return nextBestSlots(offeringSts(everyone, now.getTime()), { stId: st.id, start });
}
