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

// Until when a reminder is of use: the moment of the next one, or the start.
const REMINDER_ENDS_BEFORE_START_MS = {
  session_reminder_24h: HOUR_MS,
  session_reminder_1h: 15 * MINUTE_MS,
  session_reminder_15m: 0,
} as const;

type ReminderKind = keyof typeof REMINDER_ENDS_BEFORE_START_MS;

export type MailKind =
  | ReminderKind
  | 'session_booked'
  | 'session_changed'
  | 'session_cancelled'
  | 'schedule_later'
  | 'sign_in';

/** The specification's name of a template, such as `session-reminder-24h`. */
export function templateOf(kind: MailKind): string {
  return kind.replaceAll('_', '-');
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

/** A session as the recipient has last been told of it. */
export interface ToldSession {
  scheduledStart: Date;
  scheduledEnd: Date;
  teacher: { id: string; name: string };
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
  /** Null when no mail of an earlier version has been sent, and where it does not matter. */
  told: ToldSession | null;
  enrollment: {
    status: string;
    deferredAt: Date | null;
    course: { id: string; title: string };
  } | null;
  signInLink: { id: string; expiresAt: Date; usedAt: Date | null } | null;
}

/**
 * Whether what a mail says still holds at `now`. It is asked right before sending, whatever was true
 * when the mail was planned. A reminder is of no use any more once the next one is due.
 */
export function isStillTrue(facts: MailFacts, now: Instant): boolean {
  const { tutoringSession, enrollment, signInLink } = facts;
  if (signInLink) return signInLink.usedAt === null && signInLink.expiresAt.getTime() > now;
  if (enrollment) return enrollment.status === 'active' && enrollment.deferredAt !== null;
  return tutoringSession !== null && isTrueOfSession(facts, tutoringSession, now);
}

function isTrueOfSession(
  { kind, sequence, recipient, told }: MailFacts,
  { status, scheduledStart, scheduledEnd, reminders, ...tutoringSession }: SessionOfMail,
  now: Instant,
): boolean {
  const isStudent = recipient.id === tutoringSession.student.id;
  const takesPart = isStudent || recipient.id === tutoringSession.teacher.id;
  // An ST who has handed a session over must hear of it, if they ever heard of the session and it is not over.
  if (kind === 'session_cancelled' && !takesPart)
    return told !== null && told.scheduledEnd.getTime() > now;
  if (sequence !== tutoringSession.sequence) return false;
  if (kind === 'session_cancelled') return status === 'cancelled';
  if (status !== 'scheduled' || !takesPart) return false;
  if (!isReminder(kind)) return scheduledEnd.getTime() > now;
  if (isStudent && !reminders) return false;
  return now < scheduledStart.getTime() - REMINDER_ENDS_BEFORE_START_MS[kind];
}

function isReminder(kind: MailKind): kind is ReminderKind {
  return kind in REMINDER_ENDS_BEFORE_START_MS;
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
