import type { PrismaClient } from '@/prisma/client/client';
import type { MailFacts, MailKind, ToldSession } from './facts';

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

const NOTHING_HEARD = { told: null, mayHaveHeardMore: false };

/** What people hear of a session besides its reminders. */
const NOTICES: readonly MailKind[] = ['session_booked', 'session_changed', 'session_cancelled'];

/** All that is needed to decide whether a mail is sent, and to write it. */
export async function readMailFacts(db: PrismaClient, notificationId: string): Promise<MailFacts> {
  const { subjectType, subjectId, version, ...row } = await db.notification.findUniqueOrThrow({
    where: { id: notificationId },
    select: FACTS,
  });
  const facts = { ...row, sequence: version };
  const where = { id: subjectId };
  const nothing = { tutoringSession: null, enrollment: null, signInLink: null, ...NOTHING_HEARD };
  switch (subjectType) {
    case 'session': {
      const tutoringSession = await db.tutoringSession.findUnique({ where, select: SESSION });
      const heard = NOTICES.includes(facts.kind) ? await findHeard(db, facts, subjectId) : null;
      return { ...facts, ...nothing, tutoringSession, ...heard };
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

type Heard = Pick<MailFacts, 'told' | 'mayHaveHeardMore'>;

interface HeardMail extends Omit<ToldSession, 'teacher'> {
  isSent: boolean;
  teacherId: string;
  name: string;
  email: string;
  timezone: string | null;
}

/**
 * What somebody has heard of a session by mail, and of which version. A mail whose outcome is not known
 * is on its way, or has failed in a way that does not say whether it arrived.
 */
async function findHeard(
  db: PrismaClient,
  { id, recipient }: Pick<MailFacts, 'id' | 'recipient'>,
  sessionId: string,
): Promise<Heard> {
  const heard = await db.$queryRaw<HeardMail[]>`
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
  const told = heard.find(({ isSent }) => isSent);
  return { told: told ? toldBy(told) : null, mayHaveHeardMore: heard[0]?.isSent === false };
}

function toldBy({ isSent, teacherId, name, email, timezone, ...told }: HeardMail): ToldSession {
  return { ...told, teacher: { id: teacherId, name, email, timezone } };
}
