import Link from 'next/link';
import { wizardPath } from '@/lib/booking/wizard-address';
import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import { Stack } from '../ui/stack';
import styles from './course-place.module.css';
import { type CourseTerms, lengthText, priceText, sessionsLeftText } from './course-words';
import { EnrollForm } from './enroll-form';
import type { EnrollAction } from './enroll-state';

interface CoursePlaceProps {
  course: CourseTerms & { id: string };
  /** The viewer's running enrollment. */
  enrollment: { deferredAt: Date | null; sessionsLeft: number; sessionCount: number } | null;
  /** Whether the viewer was in the course and is no longer. */
  hasEnded: boolean;
  /** Set when the viewer teaches the course. */
  ownStId: string | null;
  enroll: EnrollAction;
}

/** What the course comes with, where the viewer stands in it, and the next thing to do. */
export function CoursePlace({ course, enrollment, hasEnded, ownStId, enroll }: CoursePlaceProps) {
  const price = priceText(course);
  return (
    <Card as="section" aria-label="Sessions of this course">
      <Stack>
        <div>
          <p className={styles.terms}>{lengthText(course)}</p>
          <p className={styles.detail}>{price ?? 'Included in the course'}</p>
        </div>
        {enrollment ? (
          <Enrolled courseId={course.id} enrollment={enrollment} />
        ) : hasEnded ? (
          <p>Your enrollment in this course has ended. Ask support to open it again.</p>
        ) : (
          <EnrollForm courseId={course.id} enroll={enroll} />
        )}
        {ownStId ? (
          <p className={styles.detail}>
            You teach this course.{' '}
            <Link href={`/student-teachers/${ownStId}`}>See your profile</Link>
          </p>
        ) : null}
      </Stack>
    </Card>
  );
}

function Enrolled({
  courseId,
  enrollment,
}: {
  courseId: string;
  enrollment: NonNullable<CoursePlaceProps['enrollment']>;
}) {
  return (
    <>
      <div>
        <p>You are enrolled.</p>
        <p>{sessionsLeftText(enrollment)}</p>
        {enrollment.deferredAt ? (
          <p className={styles.detail}>You chose to schedule later.</p>
        ) : null}
      </div>
      {enrollment.sessionsLeft > 0 ? (
        <LinkButton wide href={wizardPath(courseId)}>
          Book a Session
        </LinkButton>
      ) : null}
    </>
  );
}
