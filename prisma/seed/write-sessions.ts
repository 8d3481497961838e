import { addMinutes, subDays, subHours, subMinutes } from 'date-fns';
import { setActor } from '@/lib/db/transaction-context';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import type { Prisma, SessionStatus } from '@/prisma/client/client';
import { runClock, stopClockAt } from '../database-time';
import { COURSES, ENROLLMENTS, PAUSED_STS, STUDENT_TEACHERS } from './courses';
import { type PlacedSession, placeSessions } from './place-sessions';
import { SESSIONS } from './sessions';
import { idOf, type SeedIds } from './write-setup';

type Tx = Prisma.TransactionClient;

const MINUTES_TO_PAY = 4;
const MINUTES_TO_MISS = 20;
const CANCELLED_HOURS_BEFORE = 30;
const REMINDER_MINUTES_BEFORE = [24 * 60, 60, 15];

/** Books and ends the sessions: each change is made at its time and by its actor. */
export async function writeSessions(tx: Tx, ids: SeedIds, now: Date): Promise<void> {
  for (const placed of placeSessions(SESSIONS, now)) {
    const id = await bookOne(tx, ids, placed);
    await endOne(tx, ids, { ...placed, id });
  }
  await deferEnrollments(tx, ids, now);
  await sendDueEmails(tx, now);
  await tx.studentTeacher.updateMany({
    where: { id: { in: PAUSED_STS.map((name) => idOf(ids.sts, name)) } },
    data: { isActive: false },
  });
  await actAt(tx, null, now);
  await tx.$executeRaw`SELECT release_past_claims()`;
  await tx.$executeRawUnsafe(runClock());
}

/** Sets the actor and the clock; a null actor is the system. */
async function actAt(tx: Tx, actorId: string | null, moment: Date): Promise<void> {
  await tx.$executeRawUnsafe(stopClockAt(moment));
  await setActor(tx, actorId);
}

async function bookOne(tx: Tx, ids: SeedIds, placed: PlacedSession): Promise<string> {
  const { student, st, bookedAt, start, outcome, note, reminders } = placed;
  const { course } = STUDENT_TEACHERS[st];
  const price = COURSES[course].pricePerSessionCents;
  await actAt(tx, idOf(ids.people, student), bookedAt);
  const { id } = await tx.tutoringSession.create({
    data: {
      enrollmentId: idOf(ids.enrollments, `${student} ${course}`),
      stId: idOf(ids.sts, st),
      status: price === null ? 'scheduled' : 'pending_payment',
      scheduledStart: start,
      note: note ?? null,
      reminders: reminders ?? true,
      createdAt: bookedAt,
    },
    select: { id: true },
  });
  if (price === null) return id;
  const paid = outcome !== 'held' && outcome !== 'expired';
  const paidAt = addMinutes(bookedAt, MINUTES_TO_PAY);
  await tx.payment.create({
    data: {
      sessionId: id,
      stripeCheckoutId: `cs_demo_${id}`,
      status: paid ? 'paid' : outcome === 'held' ? 'open' : 'expired',
      amountCents: price,
      currency: 'usd',
      createdAt: bookedAt,
    },
  });
  if (paid) await changeStatus(tx, id, { status: 'scheduled', actorId: null, at: paidAt });
  return id;
}

async function endOne(
  tx: Tx,
  ids: SeedIds,
  { id, st, student, outcome, bookedAt, start, end }: PlacedSession & { id: string },
): Promise<void> {
  const teacherId = idOf(ids.people, STUDENT_TEACHERS[st].person);
  const studentId = idOf(ids.people, student);
  switch (outcome) {
    case 'upcoming':
    case 'held':
      return;
    case 'completed':
      await remind(tx, start);
      return changeStatus(tx, id, { status: 'completed', actorId: null, at: end });
    case 'no_show': {
      await remind(tx, start);
      const at = addMinutes(start, MINUTES_TO_MISS);
      return changeStatus(tx, id, { status: 'no_show', actorId: teacherId, at });
    }
    case 'cancelled': {
      const at = subHours(start, CANCELLED_HOURS_BEFORE);
      return changeStatus(tx, id, { status: 'cancelled', actorId: studentId, at });
    }
    case 'expired': {
      const at = addMinutes(bookedAt, HOLD_MINUTES);
      return changeStatus(tx, id, { status: 'expired', actorId: null, at });
    }
  }
}

/** Sends the reminders of a session that starts at `start`. */
async function remind(tx: Tx, start: Date): Promise<void> {
  for (const minutes of REMINDER_MINUTES_BEFORE) {
    const moment = subMinutes(start, minutes);
    await actAt(tx, null, moment);
    await tx.$executeRaw`SELECT plan_due_reminders()`;
    await sendDueEmails(tx, moment);
  }
}

/** Sends due emails before the change, so that the change voids only later ones. */
async function changeStatus(
  tx: Tx,
  id: string,
  { status, actorId, at }: { status: SessionStatus; actorId: string | null; at: Date },
): Promise<void> {
  await sendDueEmails(tx, at);
  await actAt(tx, actorId, at);
  await tx.tutoringSession.update({ where: { id }, data: { status }, select: { id: true } });
}

async function deferEnrollments(tx: Tx, ids: SeedIds, now: Date): Promise<void> {
  for (const { person, course, deferredDaysAgo } of ENROLLMENTS) {
    if (deferredDaysAgo === undefined) continue;
    const deferredAt = subDays(now, deferredDaysAgo);
    const id = idOf(ids.enrollments, `${person} ${course}`);
    await actAt(tx, idOf(ids.people, person), deferredAt);
    await tx.enrollment.update({ where: { id }, data: { deferredAt }, select: { id: true } });
  }
}

async function sendDueEmails(tx: Tx, until: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE notifications SET status = 'sent', attempts = 1, first_attempted_at = due_at, sent_at = due_at
    WHERE status = 'pending' AND due_at <= ${until}`;
}
