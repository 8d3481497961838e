import { REMINDER_KINDS, type ReminderKind } from './rules';

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

/** `By email, 24 hours, 1 hour and 15 minutes before.` */
export function remindersHint(toCome: readonly ReminderKind[] = REMINDER_KINDS): string {
  return toCome.length > 0 ? `By email, ${beforeWords(toCome)}.` : TOO_SOON;
}

function beforeWords(toCome: readonly ReminderKind[]): string {
  const leads = toCome.map((kind) => LEAD_WORDS[kind]);
  // "1 hour and 15 minutes before" would be read as one moment.
  if (leads.length === 2) return leads.map((lead) => `${lead} before`).join(' and ');
  return `${new Intl.ListFormat('en-GB').format(leads)} before`;
}
