import type { Instant } from '@/lib/time/intervals';
import { LinkButton } from '../ui/link-button';
import { NextFree } from './next-free';

interface BookWithProps {
  st: {
    id: string;
    isActive: boolean;
    user: { name: string };
    course: { id: string; title: string };
  };
  /** Whether the viewer looks at their own profile. */
  isViewer: boolean;
  enrollment: { sessionsLeft: number } | null;
  nextFree: Instant | null;
  /** The viewer's. */
  zone: string;
  now: Instant;
}

/** "Book Session", or what stands in its way. */
export function BookWith(props: BookWithProps) {
  const { st, isViewer, enrollment, nextFree, zone, now } = props;
  if (!st.isActive) {
    return <p>{isViewer ? 'You are' : `${st.user.name} is`} not taking sessions at the moment.</p>;
  }
  if (isViewer) return <p>This is your profile as students see it.</p>;
  if (!enrollment) {
    return (
      <>
        <p>Enroll in {st.course.title} to book a session.</p>
        <LinkButton wide variant="secondary" href={`/courses/${st.course.id}`}>
          See the course
        </LinkButton>
      </>
    );
  }
  if (enrollment.sessionsLeft <= 0) return <p>You have used all sessions of this course.</p>;
  return (
    <>
      <NextFree start={nextFree} zone={zone} now={now} />
      <LinkButton wide href={`/book/${st.id}`}>
        Book Session
      </LinkButton>
    </>
  );
}
