import { REMINDER_KINDS, type ReminderKind, reminderUselessFrom } from '@/lib/sessions/reminders';
import type { Instant } from '@/lib/time/intervals';
import type { MailFacts, MailKind, MailSession, MailTemplate, ToldSession } from './facts';

/**
 * The mail to send for a notification at `now`, or null for none. It is decided right before sending,
 * whatever was true when the notification was planned. A mail about a session leads from what its
 * recipient last heard to what is true now.
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
  const { kind, recipient, sequence, told } = facts;
  const { status, student, teacher, scheduledEnd } = tutoringSession;
  if (recipient.id !== student.id && recipient.id !== teacher.id) {
    // An ST who has handed a session over must hear of it, whatever becomes of the session.
    const isOver = (told?.scheduledEnd ?? scheduledEnd).getTime() <= now;
    return kind === 'session_cancelled' && expectsSession(facts, student) && !isOver ? kind : null;
  }
  if (sequence !== tutoringSession.sequence) return null;
  if (kind === 'session_cancelled') {
    return status === 'cancelled' && expectsSession(facts, student) ? kind : null;
  }
  if (status !== 'scheduled') return null;
  if (isReminder(kind)) return isReminderDue(kind, facts, tutoringSession, now) ? kind : null;
  return scheduledEnd.getTime() > now ? decideStandingMail(facts, tutoringSession) : null;
}

/** Whether somebody must hear that a session is off. The student saw it booked on a page, before any mail. */
function expectsSession(
  { recipient, told, mayHaveHeardMore }: MailFacts,
  student: { id: string },
): boolean {
  if (mayHaveHeardMore) return true;
  return told ? !told.isCancelled : recipient.id === student.id;
}

/** The mail that tells of a session which takes place. */
function decideStandingMail(
  { told, mayHaveHeardMore }: MailFacts,
  tutoringSession: MailSession,
): MailTemplate | null {
  if (!told) return 'session_booked';
  if (told.isCancelled) return 'session_reopened';
  if (!isAsTold(tutoringSession, told)) return 'session_changed';
  return mayHaveHeardMore ? 'session_unchanged' : null;
}

function isAsTold(now: MailSession, told: ToldSession): boolean {
  return (
    now.scheduledStart.getTime() === told.scheduledStart.getTime() &&
    now.scheduledEnd.getTime() === told.scheduledEnd.getTime() &&
    now.teacher.id === told.teacher.id
  );
}

function isReminder(kind: MailKind): kind is ReminderKind {
  return REMINDER_KINDS.some((reminder) => reminder === kind);
}

/** A reminder is of no use any more once the next one is due. */
function isReminderDue(
  kind: ReminderKind,
  { recipient }: MailFacts,
  { student, reminders, scheduledStart }: MailSession,
  now: Instant,
): boolean {
  if (recipient.id === student.id && !reminders) return false;
  return now < reminderUselessFrom(kind, scheduledStart.getTime());
}
