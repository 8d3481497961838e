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
  tutoringSession: MailSession | null;
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
