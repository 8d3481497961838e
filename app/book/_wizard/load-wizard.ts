import { findCourse } from '@/lib/courses/queries';
import { db } from '@/lib/db';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { listOfferingSts } from '@/lib/student-teachers/queries';
import type { Viewer } from '@/lib/users/queries';
import { DEFAULT_TIME_ZONE } from '@/lib/users/rules';

/** Everything a booking page is made of, or null when there is no such course. */
export async function loadWizard({
  viewer,
  courseId,
  now,
}: {
  viewer: Viewer;
  courseId: string;
  now: Date;
}) {
  const [course, enrollment, sts] = await Promise.all([
    findCourse(db(), courseId),
    findActiveEnrollment(db(), { studentId: viewer.id, courseId, now }),
    listOfferingSts(db(), { courseId, viewerId: viewer.id, now }),
  ]);
  if (!course) return null;
  return { course, enrollment, sts, zone: viewer.timezone ?? DEFAULT_TIME_ZONE };
}

export type LoadedWizard = NonNullable<Awaited<ReturnType<typeof loadWizard>>>;
