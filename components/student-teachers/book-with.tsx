import { wizardPath } from '@/lib/booking/wizard-address';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
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
  /** Whether this is the viewer's own profile. */
  isViewer: boolean;
  enrollment: { sessionsLeft: number } | null;
  nextFree: Instant | null;
  /** The viewer's time zone. */
  zone: string;
  now: Instant;
}

/** "Book Session", or why it is not available. */
export function BookWith(props: BookWithProps) {
  const { st, isViewer, enrollment, nextFree, zone, now } = props;
  if (!st.isActive) {
    return <p>{isViewer ? "You're" : `${st.user.name} is`} not taking sessions at the moment.</p>;
  }
  if (isViewer) return <p>This is your profile as students see it.</p>;
  if (!enrollment) {
    return (
      <>
        <p>Enroll in {st.course.title} to book a session.</p>
        <LinkButton wide variant="secondary" href={`/courses/${st.course.id}`}>
          View course
        </LinkButton>
      </>
    );
  }
  if (enrollment.sessionsLeft <= 0) return <p>{BOOK_SESSION_MESSAGES.NO_SESSIONS_LEFT}</p>;
  return (
    <>
      <NextFree start={nextFree} zone={zone} now={now} />
      <LinkButton wide href={wizardPath(st.course.id, st.id)}>
        Book Session
      </LinkButton>
    </>
  );
}
