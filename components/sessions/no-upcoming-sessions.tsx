import { wizardPath } from '@/lib/booking/wizard-address';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';

interface NoUpcomingSessionsProps {
  /** A course that the viewer can book a session in, if any. */
  bookable: { id: string; title: string } | null;
}

export function NoUpcomingSessions({ bookable }: NoUpcomingSessionsProps) {
  if (!bookable) {
    return (
      <EmptyState title="No upcoming sessions.">
        <p>Sessions you book will appear here.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No upcoming sessions."
      actions={<LinkButton href={wizardPath(bookable.id)}>Book a Session</LinkButton>}
    >
      <p>Choose a Student-Teacher for {bookable.title} and a time that suits you both.</p>
    </EmptyState>
  );
}
