import Link from 'next/link';
import { wizardPath } from '@/lib/booking/wizard-address';
import { ENROLL_MESSAGES } from '@/lib/enrollments/messages';
import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import { Stack } from '../ui/stack';
import styles from './course-place.module.css';
import { type CourseTerms, lengthText, priceText, sessionsLeftText } from './course-words';
import { EnrollForm } from './enroll-form';
import type { EnrollAction } from './enroll-state';

interface CoursePlaceProps {
  course: CourseTerms & { id: string };
  /** The viewer's active enrollment. */
  enrollment: { deferredAt: Date | null; sessionsLeft: number; sessionCount: number } | null;
  /** Whether the viewer had an enrollment that has ended. */
  hasEnded: boolean;
  /** Set when the viewer teaches the course. */
  ownStId: string | null;
  enroll: EnrollAction;
}

export function CoursePlace({ course, enrollment, hasEnded, ownStId, enroll }: CoursePlaceProps) {
  const price = priceText(course);
  return (
    <Card as="section" aria-label="Sessions in this course">
      <Stack>
        <div>
          <p className={styles.terms}>{lengthText(course)}</p>
          <p className={styles.detail}>{price ?? 'Included in the course'}</p>
        </div>
        {enrollment ? (
          <Enrolled courseId={course.id} enrollment={enrollment} />
        ) : hasEnded ? (
          <p>{ENROLL_MESSAGES.ENROLLMENT_ENDED}</p>
        ) : (
          <EnrollForm courseId={course.id} enroll={enroll} />
        )}
        {ownStId ? (
          <p className={styles.detail}>
            You teach this course.{' '}
            <Link href={`/student-teachers/${ownStId}`}>View your profile</Link>
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
        <p>You're enrolled.</p>
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
