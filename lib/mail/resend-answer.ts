import { millisecondsInSecond } from 'date-fns/constants';
/** What became of a mail that was handed to Resend. */
export type MailOutcome =
  | { outcome: 'accepted'; messageId: string | null }
  /** It may work later. `isOverrun`: not for other mails either, for the moment. */
  | { outcome: 'failed'; error: string; retryAfterMs: number; isOverrun: boolean }
  /** It will never work as it is. */
  | { outcome: 'refused'; error: string };

/** Resend's answer as its SDK gives it; the status is null where there was none. */
export interface RefusedAnswer {
  name: string;
  statusCode: number | null;
  message: string;
  retryAfter: string | undefined;
}

/**
 * What an answer that is no success means. A key that was used for other words is one whose mail has
 * been accepted: the person's name or zone has changed since. What is wrong with our account (401, 403)
 * ops can mend, so it is tried again; what is wrong with the mail itself is not.
 */
export function readRefusal({ name, statusCode, message, retryAfter }: RefusedAnswer): MailOutcome {
  if (name === 'invalid_idempotent_request') return { outcome: 'accepted', messageId: null };
  const error = `${statusCode ?? 'no answer'} ${name}: ${message}`.slice(0, 500);
  if (statusCode === 400 || statusCode === 422) return { outcome: 'refused', error };
  const seconds = Number(retryAfter);
  const retryAfterMs = Number.isFinite(seconds) && seconds > 0 ? seconds * millisecondsInSecond : 0;
  return { outcome: 'failed', error, retryAfterMs, isOverrun: statusCode === 429 };
}
