import { formatPrice } from '@/lib/courses/price';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';

function sessionsText(count: number): string {
  return count === 1 ? '1 session' : `${count} sessions`;
}

/** `3 of 5 sessions left`, or that there are none left. */
export function sessionsLeftText({
  sessionsLeft,
  sessionCount,
}: {
  sessionsLeft: number;
  sessionCount: number;
}): string {
  if (sessionsLeft <= 0) return BOOK_SESSION_MESSAGES.NO_SESSIONS_LEFT;
  return `${sessionsLeft} of ${sessionsText(sessionCount)} left`;
}

export interface CourseTerms {
  sessionCount: number;
  sessionMinutes: number;
  pricePerSessionCents: number | null;
  currency: string;
}

/** `5 sessions of 60 min`. */
export function lengthText({ sessionCount, sessionMinutes }: CourseTerms): string {
  return `${sessionsText(sessionCount)} of ${sessionMinutes} min`;
}

/** `$25.00 per session`, or null where sessions are included in the course. */
export function priceText({ pricePerSessionCents, currency }: CourseTerms): string | null {
  if (!pricePerSessionCents) return null;
  return `${formatPrice(pricePerSessionCents, currency)} per session`;
}
