import { addMinutes, subDays, subHours } from 'date-fns';
import { actAs } from '@/lib/acting';
import { HOLD_MINUTES } from '@/lib/sessions/rules';
import type { Prisma, SessionStatus } from '@/prisma/client/client';
import { type Cast, idOf } from './cast';
import { COURSES, ENROLLMENTS, PAUSED_STS, STUDENT_TEACHERS } from './courses';
import { type PlacedSession, placeStory } from './placement';
import { STORY } from './story';

type Tx = Prisma.TransactionClient;

const MINUTES_TO_PAY = 4;
const MINUTES_TO_MISS = 20;
const CANCELLED_HOURS_BEFORE = 30;

/** Lets the story happen: sessions are booked, paid, held and missed at their times, by their people. */
export async function tellStory(tx: Tx, cast: Cast, now: Date): Promise<void> {
  for (const placed of placeStory(STORY, now)) {
    const id = await bookOne(tx, cast, placed);
    await endOne(tx, cast, { ...placed, id });
  }
  await deferEnrollments(tx, cast, now);
  await sendMailsDue(tx, now);
  await tx.studentTeacher.updateMany({
    where: { id: { in: PAUSED_STS.map((name) => idOf(cast.sts, name)) } },
    data: { isActive: false },
  });
}

async function bookOne(tx: Tx, cast: Cast, placed: PlacedSession): Promise<string> {
  const { student, st, bookedAt, start, outcome, note, reminders } = placed;
  const { course } = STUDENT_TEACHERS[st];
  const price = COURSES[course].pricePerSessionCents;
  await actAs(tx, { actorId: idOf(cast.people, student), now: bookedAt });
  const { id } = await tx.tutoringSession.create({
    data: {
      enrollmentId: idOf(cast.enrollments, `${student} ${course}`),
      studentTeacherId: idOf(cast.sts, st),
      status: price === null ? 'scheduled' : 'pending_payment',
      holdExpiresAt: price === null ? null : addMinutes(bookedAt, HOLD_MINUTES),
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
  cast: Cast,
  { id, st, student, outcome, bookedAt, start, end }: PlacedSession & { id: string },
): Promise<void> {
  const teacherId = idOf(cast.people, STUDENT_TEACHERS[st].person);
  const studentId = idOf(cast.people, student);
  switch (outcome) {
    case 'stands':
    case 'held':
      return;
    case 'completed':
      return changeStatus(tx, id, { status: 'completed', actorId: null, at: end });
    case 'no_show': {
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

/** Mails due by then have gone out before the change, so that it voids only what was still to come. */
async function changeStatus(
  tx: Tx,
  id: string,
  { status, actorId, at }: { status: SessionStatus; actorId: string | null; at: Date },
): Promise<void> {
  await sendMailsDue(tx, at);
  await actAs(tx, { actorId, now: at });
  await tx.tutoringSession.update({ where: { id }, data: { status }, select: { id: true } });
}

async function deferEnrollments(tx: Tx, cast: Cast, now: Date): Promise<void> {
  for (const { person, course, deferredDaysAgo } of ENROLLMENTS) {
    if (deferredDaysAgo === undefined) continue;
    const deferredAt = subDays(now, deferredDaysAgo);
    const id = idOf(cast.enrollments, `${person} ${course}`);
    await actAs(tx, { actorId: idOf(cast.people, person), now: deferredAt });
    await tx.enrollment.update({ where: { id }, data: { deferredAt }, select: { id: true } });
  }
}

async function sendMailsDue(tx: Tx, until: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE notifications SET status = 'sent', attempts = 1, first_attempted_at = due_at, sent_at = due_at
    WHERE status = 'pending' AND due_at <= ${until}`;
}
