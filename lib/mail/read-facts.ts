import type { PrismaClient } from '@/prisma/client/client';
import type { LastSentSession, MailFacts, MailKind } from './facts';

const PERSON = { id: true, name: true, email: true, timezone: true } as const;
const COURSE = { id: true, title: true } as const;

const FACTS = {
  id: true,
  kind: true,
  subjectType: true,
  subjectId: true,
  version: true,
  createdAt: true,
  recipient: { select: PERSON },
} as const;

const SESSION = {
  id: true,
  status: true,
  sequence: true,
  scheduledStart: true,
  scheduledEnd: true,
  reminders: true,
  note: true,
  course: { select: COURSE },
  student: { select: PERSON },
  teacher: { select: PERSON },
} as const;

const ENROLLMENT = { status: true, deferredAt: true, course: { select: COURSE } } as const;

const SIGN_IN_LINK = { id: true, expiresAt: true, usedAt: true } as const;

const NOTHING_SENT = { lastSent: null, hasUnconfirmedMail: false };

/** Session emails other than reminders. */
const NOTICES: readonly MailKind[] = ['session_booked', 'session_changed', 'session_cancelled'];

/** Reads the data for deciding whether to send an email, and for composing it. */
export async function readMailFacts(db: PrismaClient, notificationId: string): Promise<MailFacts> {
  const { subjectType, subjectId, version, ...row } = await db.notification.findUniqueOrThrow({
    where: { id: notificationId },
    select: FACTS,
  });
  const facts = { ...row, sequence: version };
  const where = { id: subjectId };
  const nothing = { tutoringSession: null, enrollment: null, signInLink: null, ...NOTHING_SENT };
  switch (subjectType) {
    case 'session': {
      const tutoringSession = await db.tutoringSession.findUnique({ where, select: SESSION });
      const sent = NOTICES.includes(facts.kind) ? await findLastSent(db, facts, subjectId) : null;
      return { ...facts, ...nothing, tutoringSession, ...sent };
    }
    case 'enrollment': {
      const enrollment = await db.enrollment.findUnique({ where, select: ENROLLMENT });
      return { ...facts, ...nothing, enrollment };
    }
    case 'sign_in_link': {
      const signInLink = await db.signInLink.findUnique({ where, select: SIGN_IN_LINK });
      return { ...facts, ...nothing, signInLink };
    }
    case 'user':
      return { ...facts, ...nothing };
  }
}

type LastSent = Pick<MailFacts, 'lastSent' | 'hasUnconfirmedMail'>;

interface MailRow extends Omit<LastSentSession, 'teacher'> {
  isSent: boolean;
  teacherId: string;
  name: string;
  email: string;
  timezone: string | null;
}

/**
 * Finds the last state of a session that the recipient was emailed. An unconfirmed email is in transit,
 * or has failed in a way that does not tell whether it arrived.
 */
async function findLastSent(
  db: PrismaClient,
  { id, recipient }: Pick<MailFacts, 'id' | 'recipient'>,
  sessionId: string,
): Promise<LastSent> {
  const mails = await db.$queryRaw<MailRow[]>`
    SELECT notice.status = 'sent' AS "isSent", notice.kind = 'session-cancelled' AS "isCancelled",
           event.scheduled_start AS "scheduledStart", event.scheduled_end AS "scheduledEnd",
           teacher.id AS "teacherId", teacher.name, teacher.email, teacher.timezone
    FROM notifications AS notice
      CROSS JOIN LATERAL (
        SELECT scheduled_start, scheduled_end, teacher_id FROM session_events
        WHERE session_id = notice.subject_id AND sequence = notice.version
        ORDER BY happened_at DESC, id DESC LIMIT 1
      ) AS event
      JOIN users AS teacher ON teacher.id = event.teacher_id
    WHERE notice.subject_id = ${sessionId}::uuid AND notice.recipient_id = ${recipient.id}::uuid
      AND notice.kind IN ('session-booked', 'session-changed', 'session-cancelled')
      AND notice.id <> ${id}::uuid
      AND (notice.status = 'sent' OR notice.attempts > 0
        OR (notice.first_attempted_at IS NOT NULL AND notice.next_attempt_at > database_now()))
    ORDER BY notice.version DESC, notice.sent_at DESC`;
  const row = mails.find(({ isSent }) => isSent);
  const lastSent = row ? toLastSentSession(row) : null;
  return { lastSent, hasUnconfirmedMail: mails[0]?.isSent === false };
}

function toLastSentSession(row: MailRow): LastSentSession {
  const { isCancelled, scheduledStart, scheduledEnd, teacherId: id, name, email, timezone } = row;
  return { isCancelled, scheduledStart, scheduledEnd, teacher: { id, name, email, timezone } };
}
