import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { Instant } from '@/lib/time/intervals';

// The lead time of each reminder. plan_due_reminders() in the database has the same values.
const LEADS_MS = {
  session_reminder_24h: 24 * millisecondsInHour,
  session_reminder_1h: millisecondsInHour,
  session_reminder_15m: 15 * millisecondsInMinute,
} as const;

export type ReminderKind = keyof typeof LEADS_MS;

export const REMINDER_KINDS = Object.keys(LEADS_MS) as ReminderKind[];

/**
 * The reminders that will still be sent for a session that starts at `start`, earliest first. A
 * reminder that is due exactly at `now` is not included.
 */
export function remainingReminders(start: Instant, now: Instant): ReminderKind[] {
  return REMINDER_KINDS.filter((kind) => now < start - LEADS_MS[kind]);
}

/** When a reminder becomes obsolete: when the next one is due, or at the start. */
export function reminderExpiresAt(kind: ReminderKind, start: Instant): Instant {
  const next = REMINDER_KINDS[REMINDER_KINDS.indexOf(kind) + 1];
  return next ? start - LEADS_MS[next] : start;
}

const LEAD_WORDS: Record<ReminderKind, string> = {
  session_reminder_24h: '24 hours',
  session_reminder_1h: '1 hour',
  session_reminder_15m: '15 minutes',
};

const TOO_SOON = 'It starts too soon for a reminder.';

/** `We'll remind you by email 1 hour before and 15 minutes before.` */
export function remindersPromise(toCome: readonly ReminderKind[]): string {
  return toCome.length > 0 ? `We'll remind you by email ${beforeWords(toCome)}.` : TOO_SOON;
}

/**
 * The promise for a session whose time was agreed at `agreedAt`: names only reminders that will still be
 * sent after `now`.
 */
export function remindersFrom(
  now: Instant,
  { start, agreedAt }: { start: Instant; agreedAt: Instant },
): string {
  const toCome = remainingReminders(start, now);
  const hadAny = remainingReminders(start, agreedAt).length > 0;
  return toCome.length === 0 && hadAny
    ? "You won't get any more reminders before it starts."
    : remindersPromise(toCome);
}

/** `By email, 24 hours, 1 hour and 15 minutes before.` */
export function remindersHint(toCome: readonly ReminderKind[] = REMINDER_KINDS): string {
  return toCome.length > 0 ? `By email, ${beforeWords(toCome)}.` : TOO_SOON;
}

function beforeWords(toCome: readonly ReminderKind[]): string {
  const leads = toCome.map((kind) => LEAD_WORDS[kind]);
  // "1 hour and 15 minutes before" would read as a single lead time.
  if (leads.length === 2) return leads.map((lead) => `${lead} before`).join(' and ');
  return `${new Intl.ListFormat('en-GB').format(leads)} before`;
}
