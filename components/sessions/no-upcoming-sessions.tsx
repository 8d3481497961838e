import { wizardPath } from '@/lib/booking/wizard-address';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';

interface NoUpcomingSessionsProps {
  /** A course in which the viewer can book, if there is one. */
  bookable: { id: string; title: string } | null;
}

export function NoUpcomingSessions({ bookable }: NoUpcomingSessionsProps) {
  if (!bookable) {
    return (
      <EmptyState title="Nothing is coming up.">
        <p>Once you are in a course with sessions left, the ones you book appear here.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing is coming up."
      actions={<LinkButton href={wizardPath(bookable.id)}>Book a Session</LinkButton>}
    >
      <p>Pick a Student-Teacher of {bookable.title} and a time that suits you both.</p>
    </EmptyState>
  );
}
