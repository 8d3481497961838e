import { millisecondsInMinute } from 'date-fns/constants';
import { findCourse } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { isStudentBusy } from '@/lib/sessions/booking-facts';
import { findOfferingSt, listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import type { Viewer } from '@/lib/users/queries';

interface WizardRequest {
  viewer: Viewer;
  courseId: string;
  /** The ST and the time in the URL. */
  stId: string | null;
  time: string | null;
  now: Date;
}

/** Null if the course does not exist. */
export async function loadWizard({ viewer, courseId, stId, time, now }: WizardRequest) {
  const viewed = { viewerId: viewer.id, now };
  const [course, enrollment, sts, st] = await Promise.all([
    findCourse(db(), courseId),
    findActiveEnrollment(db(), { studentId: viewer.id, courseId, now }),
    listOfferingSts(db(), { courseId, ...viewed }),
    // The list is limited and may not include the ST in the URL.
    stId ? findOfferingSt(db(), { stId, courseId, ...viewed }) : null,
  ]);
  if (!course) return null;

  const start = time === null ? Number.NaN : Date.parse(time);
  const isGone = st?.isActive && !Number.isNaN(start) && !st.starts.includes(start);
  const during = { start, end: start + course.sessionMinutes * millisecondsInMinute };
  return {
    course,
    enrollment,
    sts,
    st,
    zone: viewer.timezone ?? DEFAULT_TIME_ZONE,
    gone: isGone
      ? { start, isViewersOwn: await isStudentBusy(db(), viewer.id, during, now) }
      : null,
  };
}

export type LoadedWizard = NonNullable<Awaited<ReturnType<typeof loadWizard>>>;
