import type { PrismaClient } from '@/prisma/client/client';
import type { MailFacts, ToldSession } from './rules';

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

/** All that is needed to decide whether a mail is sent, and to write it. */
export async function readMailFacts(db: PrismaClient, notificationId: string): Promise<MailFacts> {
  const { subjectType, subjectId, version, ...row } = await db.notification.findUniqueOrThrow({
    where: { id: notificationId },
    select: FACTS,
  });
  const facts = { ...row, sequence: version };
  const where = { id: subjectId };
  const nothing = { tutoringSession: null, enrollment: null, signInLink: null, told: null };
  switch (subjectType) {
    case 'session': {
      const tutoringSession = await db.tutoringSession.findUnique({ where, select: SESSION });
      const tellsOfChange = facts.kind === 'session_changed' || facts.kind === 'session_cancelled';
      const told = tellsOfChange ? await findToldSession(db, { ...facts, tutoringSession }) : null;
      return { ...facts, ...nothing, tutoringSession, told };
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

async function findToldSession(
  db: PrismaClient,
  {
    recipient,
    tutoringSession,
    sequence,
  }: Pick<MailFacts, 'recipient' | 'tutoringSession' | 'sequence'>,
): Promise<ToldSession | null> {
  if (!tutoringSession) return null;
  const [told] = await db.$queryRaw<(Omit<ToldSession, 'teacher'> & Teacher)[]>`
    SELECT event.scheduled_start AS "scheduledStart", event.scheduled_end AS "scheduledEnd",
           teacher.id AS "teacherId", teacher.name AS "teacherName"
    FROM session_events AS event JOIN users AS teacher ON teacher.id = event.teacher_id
    WHERE event.session_id = ${tutoringSession.id}::uuid AND event.sequence = (
      SELECT max(version) FROM notifications
      WHERE subject_id = event.session_id AND recipient_id = ${recipient.id}::uuid AND status = 'sent'
        AND kind IN ('session-booked', 'session-changed') AND version < ${sequence})
    ORDER BY event.happened_at DESC, event.id DESC LIMIT 1`;
  if (!told) return null;
  const { teacherId, teacherName, ...hour } = told;
  return { ...hour, teacher: { id: teacherId, name: teacherName } };
}

interface Teacher {
  teacherId: string;
  teacherName: string;
}
