import Link from 'next/link';
import type { ReactNode } from 'react';
import { wizardPath } from '@/lib/booking/wizard-address';
import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import { VisuallyHidden } from '../ui/visually-hidden';
import { sessionsLeftText } from './course-words';
import styles from './enrolled-courses.module.css';

interface EnrolledCourse {
  id: string;
  deferredAt: Date | null;
  sessionsLeft: number;
  sessionCount: number;
  course: { id: string; title: string };
}

interface EnrolledCoursesProps {
  enrollments: readonly EnrolledCourse[];
  /** Shown when there are no enrollments. */
  empty: ReactNode;
}

export function EnrolledCourses({ enrollments, empty }: EnrolledCoursesProps) {
  return (
    <section className={styles.courses} aria-labelledby="your-courses">
      <h2 id="your-courses">Your courses</h2>
      {enrollments.length === 0 ? empty : null}
      <ul className={styles.list}>
        {enrollments.map((enrollment) => (
          <EnrolledCourseCard key={enrollment.id} {...enrollment} />
        ))}
      </ul>
    </section>
  );
}

function EnrolledCourseCard(enrollment: EnrolledCourse) {
  const { course, deferredAt, sessionsLeft } = enrollment;
  return (
    <Card as="li">
      <div className={styles.card}>
        <div>
          <h3 className={styles.title}>
            <Link href={`/courses/${course.id}`}>{course.title}</Link>
          </h3>
          <p className={styles.left}>{sessionsLeftText(enrollment)}</p>
          {deferredAt ? <p className={styles.left}>You chose to schedule later.</p> : null}
        </div>
        {sessionsLeft > 0 ? (
          <LinkButton variant="secondary" href={wizardPath(course.id)}>
            Book Session
            <VisuallyHidden> for {course.title}</VisuallyHidden>
          </LinkButton>
        ) : null}
      </div>
    </Card>
  );
}
