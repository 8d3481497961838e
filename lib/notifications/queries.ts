import type { PrismaClient } from '@/prisma/client/client';
import type { MailFacts, ToldSession } from './rules';

const PERSON = { id: true, name: true, email: true, timezone: true } as const;
const COURSE = { id: true, title: true } as const;

const FACTS = {
  id: true,
  kind: true,
  sequence: true,
  createdAt: true,
  recipient: { select: PERSON },
  tutoringSession: {
    select: {
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
    },
  },
  enrollment: { select: { status: true, deferredAt: true, course: { select: COURSE } } },
  signInLink: { select: { id: true, expiresAt: true, usedAt: true } },
} as const;

/** All that is needed to decide whether a mail is sent, and to write it. */
export async function readMailFacts(db: PrismaClient, notificationId: string): Promise<MailFacts> {
  const facts = await db.notification.findUniqueOrThrow({
    where: { id: notificationId },
    select: FACTS,
  });
  const tellsOfChange = facts.kind === 'session_changed' || facts.kind === 'session_cancelled';
  return { ...facts, told: tellsOfChange ? await findToldSession(db, facts) : null };
}

async function findToldSession(
  db: PrismaClient,
  { recipient, tutoringSession, sequence }: Omit<MailFacts, 'told'>,
): Promise<ToldSession | null> {
  if (!tutoringSession) return null;
  const [told] = await db.$queryRaw<(Omit<ToldSession, 'teacher'> & Teacher)[]>`
    SELECT event.scheduled_start AS "scheduledStart", event.scheduled_end AS "scheduledEnd",
           teacher.id AS "teacherId", teacher.name AS "teacherName"
    FROM session_events AS event JOIN users AS teacher ON teacher.id = event.teacher_id
    WHERE event.session_id = ${tutoringSession.id}::uuid AND event.sequence = (
      SELECT max(sequence) FROM notifications
      WHERE session_id = event.session_id AND recipient_id = ${recipient.id}::uuid AND status = 'sent'
        AND kind IN ('session-booked', 'session-changed') AND sequence < ${sequence})
    ORDER BY event.happened_at DESC, event.id DESC LIMIT 1`;
  if (!told) return null;
  const { teacherId, teacherName, ...hour } = told;
  return { ...hour, teacher: { id: teacherId, name: teacherName } };
}

interface Teacher {
  teacherId: string;
  teacherName: string;
}
