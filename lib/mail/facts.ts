/** The kind of a notification when it was planned. */
export type MailKind =
  | 'session_booked'
  | 'session_changed'
  | 'session_cancelled'
  | 'session_reminder_24h'
  | 'session_reminder_1h'
  | 'session_reminder_15m'
  | 'schedule_later'
  | 'sign_in';

/** The email that is sent. It can differ from the planned kind. */
export type MailTemplate = MailKind | 'session_reopened' | 'session_unchanged';

/** A template's name in Resend, such as `session-reminder-24h`. */
export function templateName(template: MailTemplate): string {
  return template.replaceAll('_', '-');
}

export interface MailPerson {
  id: string;
  name: string;
  email: string;
  timezone: string | null;
}

/** The current state of a session. */
export interface MailSession {
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

/** The state of a session in the last email that was sent to the recipient. */
export interface LastSentSession {
  /** The email said that it was cancelled or handed over to another ST. */
  isCancelled: boolean;
  scheduledStart: Date;
  scheduledEnd: Date;
  teacher: MailPerson;
}

/** The data of a notification. At most one of session, enrollment and link is set. */
export interface MailFacts {
  id: string;
  kind: MailKind;
  sequence: number;
  /** When the change that it reports happened. */
  createdAt: Date;
  recipient: MailPerson;
  tutoringSession: MailSession | null;
  /** Null if no other email about the session was sent, and for reminders. */
  lastSent: LastSentSession | null;
  /** Whether a later email was attempted with unknown outcome, so that it may have arrived. */
  hasUnconfirmedMail: boolean;
  enrollment: {
    status: string;
    deferredAt: Date | null;
    course: { id: string; title: string };
  } | null;
  signInLink: { id: string; expiresAt: Date; usedAt: Date | null } | null;
}
