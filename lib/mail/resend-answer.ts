import { millisecondsInSecond } from 'date-fns/constants';

/** The result of sending an email through Resend. */
export type MailOutcome =
  | { outcome: 'accepted'; messageId: string | null }
  /** Can be retried. If `isRateLimited`, other emails must wait too. */
  | { outcome: 'failed'; error: string; retryAfterMs: number; isRateLimited: boolean }
  /** A retry cannot succeed. */
  | { outcome: 'refused'; error: string };

/** An error from Resend's SDK. `statusCode` is null if there was no response. */
export interface RefusedAnswer {
  name: string;
  statusCode: number | null;
  message: string;
  retryAfter: string | undefined;
}

/**
 * Classifies an error. A key that was already used with other content counts as accepted: the email was
 * sent, and something that it says has changed since, such as a name, a zone or the reminders to come. Account errors (401, 403) are retried,
 * because ops can fix them; errors in the email itself (400, 422) are not.
 */
export function readRefusal({ name, statusCode, message, retryAfter }: RefusedAnswer): MailOutcome {
  if (name === 'invalid_idempotent_request') return { outcome: 'accepted', messageId: null };
  const error = `${statusCode ?? 'no answer'} ${name}: ${message}`.slice(0, 500);
  if (statusCode === 400 || statusCode === 422) return { outcome: 'refused', error };
  const seconds = Number(retryAfter);
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * millisecondsInSecond : 0;
  return { outcome: 'failed', error, retryAfterMs, isRateLimited: statusCode === 429 };
}
