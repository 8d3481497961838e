import { REMINDER_KINDS, type ReminderKind, reminderExpiresAt } from '@/lib/sessions/reminders';
import type { Instant } from '@/lib/time/intervals';
import type { LastSentSession, MailFacts, MailKind, MailSession, MailTemplate } from './facts';

/**
 * Decides which email to send for a notification at `now`, or null for none. Called right before
 * sending, because the session may have changed since the notification was planned. A session email
 * describes the change from the last state that was sent to the current one.
 */
export function decideMail(facts: MailFacts, now: Instant): MailTemplate | null {
  const { kind, tutoringSession, enrollment, signInLink } = facts;
  if (signInLink) {
    return signInLink.usedAt === null && signInLink.expiresAt.getTime() > now ? kind : null;
  }
  if (enrollment) {
    return enrollment.status === 'active' && enrollment.deferredAt !== null ? kind : null;
  }
  return tutoringSession && decideSessionMail(facts, tutoringSession, now);
}

function decideSessionMail(
  facts: MailFacts,
  tutoringSession: MailSession,
  now: Instant,
): MailTemplate | null {
  const { kind, recipient, sequence, lastSent } = facts;
  const { status, student, teacher, scheduledEnd } = tutoringSession;
  if (recipient.id !== student.id && recipient.id !== teacher.id) {
    // A former ST is notified of the handover, whatever happens to the session afterwards.
    const isOver = (lastSent?.scheduledEnd ?? scheduledEnd).getTime() <= now;
    return kind === 'session_cancelled' && expectsSession(facts, student) && !isOver ? kind : null;
  }
  if (sequence !== tutoringSession.sequence) return null;
  if (kind === 'session_cancelled') {
    return status === 'cancelled' && expectsSession(facts, student) ? kind : null;
  }
  if (status !== 'scheduled') return null;
  if (isReminder(kind)) return isReminderDue(kind, facts, tutoringSession, now) ? kind : null;
  return scheduledEnd.getTime() > now ? decideScheduledMail(facts, tutoringSession) : null;
}

/** Whether the recipient knows of the session. A student saw the confirmation page before any email. */
function expectsSession(
  { recipient, lastSent, hasUnconfirmedMail }: MailFacts,
  student: { id: string },
): boolean {
  if (hasUnconfirmedMail) return true;
  return lastSent ? !lastSent.isCancelled : recipient.id === student.id;
}

function decideScheduledMail(
  { lastSent, hasUnconfirmedMail }: MailFacts,
  tutoringSession: MailSession,
): MailTemplate | null {
  if (!lastSent) return 'session_booked';
  if (lastSent.isCancelled) return 'session_reopened';
  if (!isUnchanged(tutoringSession, lastSent)) return 'session_changed';
  return hasUnconfirmedMail ? 'session_unchanged' : null;
}

function isUnchanged(now: MailSession, lastSent: LastSentSession): boolean {
  return (
    now.scheduledStart.getTime() === lastSent.scheduledStart.getTime() &&
    now.scheduledEnd.getTime() === lastSent.scheduledEnd.getTime() &&
    now.teacher.id === lastSent.teacher.id
  );
}

function isReminder(kind: MailKind): kind is ReminderKind {
  return REMINDER_KINDS.some((reminder) => reminder === kind);
}

/** A reminder is obsolete once the next one is due. */
function isReminderDue(
  kind: ReminderKind,
  { recipient }: MailFacts,
  { student, reminders, scheduledStart }: MailSession,
  now: Instant,
): boolean {
  if (recipient.id === student.id && !reminders) return false;
  return now < reminderExpiresAt(kind, scheduledStart.getTime());
}
