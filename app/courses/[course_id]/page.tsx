import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { enrollInCourse } from '@/app/actions/enrollments';
import { CourseDetail } from '@/components/courses/course-detail';
import { CoursePlace } from '@/components/courses/course-place';
import { CourseSts } from '@/components/courses/course-sts';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import { courseSts } from '@/lib/student-teachers/course-sts';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

interface CoursePageProps {
  params: Promise<{ course_id: string }>;
}

const readOffers = cache(async (courseId: string) => {
  const viewer = await requireViewer();
  return readCourseOffers(db(), { courseId, viewerId: viewer.id, now: new Date() });
});

export async function generateMetadata({ params }: CoursePageProps): Promise<Metadata> {
  const offers = await readOffers((await params).course_id);
  return offers ? { title: offers.course.title } : {};
}

export default async function CoursePage({ params }: CoursePageProps) {
  const now = Date.now();
  const viewer = await requireViewer();
  const offers = await readOffers((await params).course_id);
  if (!offers) notFound();

  const { course, enrollment, hasEnded, ownStId } = offers;
  return (
    <Page>
      <CourseDetail
        course={course}
        place={
          <CoursePlace
            course={course}
            enrollment={enrollment}
            hasEnded={hasEnded}
            ownStId={ownStId}
            enroll={enrollInCourse}
          />
        }
        sts={
          <CourseSts
            courseId={course.id}
            sts={courseSts(offers, now)}
            showTimes={enrollment !== null}
            canBook={enrollment !== null && enrollment.sessionsLeft > 0}
            zone={viewer.timezone ?? DEFAULT_TIME_ZONE}
            now={now}
          />
        }
      />
    </Page>
  );
}
