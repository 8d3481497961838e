import { findCourse } from '@/lib/courses/queries';
import { db } from '@/lib/db';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { findOfferingSt, listOfferingSts } from '@/lib/student-teachers/queries';
import type { Viewer } from '@/lib/users/queries';
import { DEFAULT_TIME_ZONE } from '@/lib/users/rules';

/** Everything a booking page is made of, or null when there is no such course. */
export async function loadWizard({
  viewer,
  courseId,
  stId,
  now,
}: {
  viewer: Viewer;
  courseId: string;
  /** The ST that the address names. */
  stId: string | null;
  now: Date;
}) {
  const viewed = { viewerId: viewer.id, now };
  const [course, enrollment, sts, named] = await Promise.all([
    findCourse(db(), courseId),
    findActiveEnrollment(db(), { studentId: viewer.id, courseId, now }),
    listOfferingSts(db(), { courseId, ...viewed }),
    // The list has an end; whom the address names is found beyond it too.
    stId ? findOfferingSt(db(), { stId, courseId, ...viewed }) : null,
  ]);
  if (!course) return null;
  return { course, enrollment, sts, st: named, zone: viewer.timezone ?? DEFAULT_TIME_ZONE };
}

export type LoadedWizard = NonNullable<Awaited<ReturnType<typeof loadWizard>>>;
