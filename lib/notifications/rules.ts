import type { Instant } from '@/lib/scheduling/intervals';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Failures after which a mail is given up: about five hours after the first. */
export const MAX_ATTEMPTS = 12;

const FIRST_DELAY_MS = 30 * SECOND_MS;
const LONGEST_DELAY_MS = HOUR_MS;

/** Resend forgets an idempotency key after 24 hours; an hour less, for clocks that differ. */
const KEY_LIFE_MS = 23 * HOUR_MS;

/** What a notification was planned as. */
export type MailKind =
  | 'session_booked'
  | 'session_changed'
  | 'session_cancelled'
  | 'session_reminder_24h'
  | 'session_reminder_1h'
  | 'session_reminder_15m'
  | 'schedule_later'
  | 'sign_in';

/** What is sent for it, once it is its turn. */
export type MailTemplate = MailKind | 'session_reopened' | 'session_unchanged';

/** A template's name outside, such as `session-reminder-24h`. */
export function templateName(template: MailTemplate): string {
  return template.replaceAll('_', '-');
}

export interface MailPerson {
  id: string;
  name: string;
  email: string;
  timezone: string | null;
}

/** A session as it is now. */
export interface SessionOfMail {
  id: string;
  status: string;
  sequence: number;
  scheduledStart: Date;
  scheduledEnd: Date;
  reminders: boolean;
  note: string | null;
  course: { id: string; title: string };
  student: MailPerson;
  teacher: MailPerson;
}

/** A session as the last mail that was sent has told its recipient of it. */
export interface ToldSession {
  /** It was told as cancelled, or as handed over to another ST. */
  isCancelled: boolean;
  scheduledStart: Date;
  scheduledEnd: Date;
  teacher: MailPerson;
}

/** What a mail is decided on and made from, as it was read: it tells of one of the three. */
export interface MailFacts {
  id: string;
  kind: MailKind;
  sequence: number;
  /** When what it tells of came about. */
  createdAt: Date;
  recipient: MailPerson;
  tutoringSession: SessionOfMail | null;
  /** Null when no other mail of the session has been sent, and where it does not matter. */
  told: ToldSession | null;
  /** Whether a later one may have arrived all the same: it was tried, and its outcome is not known. */
  mayHaveHeardMore: boolean;
  enrollment: {
    status: string;
    deferredAt: Date | null;
    course: { id: string; title: string };
  } | null;
  signInLink: { id: string; expiresAt: Date; usedAt: Date | null } | null;
}

/**
 * Whether a mail may have been sent so long ago that Resend has forgotten it: sending it again could
 * tell somebody twice.
 */
export function mayHaveBeenForgotten(firstAttemptedAt: Instant, now: Instant): boolean {
  return now - firstAttemptedAt >= KEY_LIFE_MS;
}

/**
 * When to try again after the failure number `failures` (1 for the first), or null to give up.
 * Doubles from half a minute to an hour; `random` in [0, 1) takes up to half of that off, so that
 * mails which failed together do not come back together. Never before Resend asked to, which counts
 * for an hour at most.
 */
export function nextAttempt({
  failures,
  now,
  random,
  retryAfterMs = 0,
}: {
  failures: number;
  now: Instant;
  random: number;
  retryAfterMs?: number;
}): Instant | null {
  if (failures >= MAX_ATTEMPTS) return null;
  const doubled = Math.min(FIRST_DELAY_MS * 2 ** (failures - 1), LONGEST_DELAY_MS);
  const asked = Math.min(retryAfterMs, LONGEST_DELAY_MS);
  return now + Math.max(asked, Math.round(doubled * (1 - random / 2)));
}
