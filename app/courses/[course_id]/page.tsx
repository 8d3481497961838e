import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { enrollInCourse } from '@/app/actions/enrollments';
import { CourseDetail } from '@/components/courses/course-detail';
import { CoursePlace } from '@/components/courses/course-place';
import { CourseSts } from '@/components/courses/course-sts';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { findCourse, findOwnStId } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { findActiveEnrollment, findEnrollmentStatus } from '@/lib/enrollments/queries';
import { listCourseSts } from '@/lib/student-teachers/course-sts';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

interface CoursePageProps {
  params: Promise<{ course_id: string }>;
}

const readCourse = cache((courseId: string) => findCourse(db(), courseId));

export async function generateMetadata({ params }: CoursePageProps): Promise<Metadata> {
  const course = await readCourse((await params).course_id);
  return course ? { title: course.title } : {};
}

export default async function CoursePage({ params }: CoursePageProps) {
  const now = new Date();
  const viewer = await requireViewer();
  const course = await readCourse((await params).course_id);
  if (!course) notFound();

  const own = { studentId: viewer.id, courseId: course.id };
  const [enrollment, status, ownStId] = await Promise.all([
    findActiveEnrollment(db(), { ...own, now }),
    findEnrollmentStatus(db(), own),
    findOwnStId(db(), { userId: viewer.id, courseId: course.id }),
  ]);
  const viewed = { courseId: course.id, viewerId: viewer.id, enrollment, now };
  const sts = await listCourseSts(db(), viewed);
  return (
    <Page>
      <CourseDetail
        course={course}
        place={
          <CoursePlace
            course={course}
            enrollment={enrollment}
            hasEnded={status !== null && status !== 'active'}
            ownStId={ownStId}
            enroll={enrollInCourse}
          />
        }
        sts={
          <CourseSts
            courseId={course.id}
            sts={sts}
            canBook={enrollment !== null && enrollment.sessionsLeft > 0}
            zone={viewer.timezone ?? DEFAULT_TIME_ZONE}
            now={now.getTime()}
          />
        }
      />
    </Page>
  );
}
