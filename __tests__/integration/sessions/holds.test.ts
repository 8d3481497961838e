import { countBookingRows, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { bookingRequest, createEnrollment, createScene, NOW } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';

// A priced session is held for 35 minutes, and the hold is a claim until it runs out.

const HOLD_ENDS = new Date('2026-03-02T10:35:00Z');
const JUST_BEFORE = new Date('2026-03-02T10:34:59.999Z');

/** One student holds Thursday 15:00; another would like it. */
async function heldByAnother() {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  const held = await bookSession(db(), bookingRequest(scene));
  if (!held.ok) throw new Error('The hold was refused.');
  const { studentId } = await createEnrollment({ courseId: scene.courseId });
  return { ...scene, holdId: held.value.id, holder: scene.student, student: { id: studentId } };
}

/** Books at a moment that the application and the database agree on. */
async function bookAt(now: Date, scene: Parameters<typeof bookingRequest>[0]) {
  await setDatabaseTime(now);
  return bookSession(db(), bookingRequest(scene, { now }));
}

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

test('a hold blocks its time until it expires', async () => {
  const scene = await heldByAnother();
  const refused = await bookAt(JUST_BEFORE, scene);
  expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  expect(await countBookingRows()).toMatchObject({ ...ROWS_OF_ONE_SESSION, notifications: 0 });
});

test('a lapsed hold is expired by the next booking, and recorded without an actor', async () => {
  const scene = await heldByAnother();
  const booked = await bookAt(HOLD_ENDS, scene);
  expect(booked).toMatchObject({ ok: true, value: { status: 'pending_payment' } });
  const events = await db().sessionEvent.findMany({
    where: { sessionId: scene.holdId },
    orderBy: { id: 'asc' },
  });
  expect(events).toMatchObject([
    { kind: 'held', actorId: scene.holder.id, happenedAt: NOW },
    { kind: 'expired', actorId: null, happenedAt: HOLD_ENDS, status: 'expired' },
  ]);
  expect(await db().calendarClaim.count()).toBe(2);
});

test('the student’s own lapsed hold is no conflict, and uses no session', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  await db().enrollment.updateMany({ data: { sessionCount: 1 } });
  await bookSession(db(), bookingRequest(scene));
  const sooner = await bookAt(JUST_BEFORE, scene);
  expect(sooner).toEqual({ ok: false, code: 'NO_SESSIONS_LEFT' });
  const later = await bookAt(HOLD_ENDS, scene);
  expect(later).toMatchObject({ ok: true });
});

test('a hold keeps its student from other STs, as a session does', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  await bookSession(db(), bookingRequest(scene));
  const elsewhere = await createScene();
  await createEnrollment({ courseId: elsewhere.courseId, studentId: scene.student.id });
  const other = { student: scene.student, st: elsewhere.st };
  const during = await bookAt(JUST_BEFORE, other);
  expect(during).toEqual({ ok: false, code: 'STUDENT_CONFLICT' });
  const after = await bookAt(HOLD_ENDS, other);
  expect(after).toMatchObject({ ok: true });
});

test('a refused booking releases nothing', async () => {
  const scene = await heldByAnother();
  await db().enrollment.updateMany({
    where: { studentId: scene.student.id },
    data: { sessionCount: 0 },
  });
  await bookAt(HOLD_ENDS, scene);
  expect(await db().tutoringSession.findMany()).toMatchObject([{ status: 'pending_payment' }]);
});

test('of ten students who race for the time of a lapsed hold, one gets it', async () => {
  const scene = await heldByAnother();
  const students = await Promise.all(
    Array.from({ length: 10 }, () => createEnrollment({ courseId: scene.courseId })),
  );
  await setDatabaseTime(HOLD_ENDS);
  const outcomes = await Promise.all(
    students.map(({ studentId }) =>
      bookSession(
        db(),
        bookingRequest({ student: { id: studentId }, st: scene.st }, { now: HOLD_ENDS }),
      ),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db().sessionEvent.count({ where: { kind: 'expired' } })).toBe(1);
});

test('an application whose clock is an hour ahead cannot take the time of a valid hold', async () => {
  const scene = await heldByAnother();
  const anHourAhead = new Date(NOW.getTime() + 3_600_000);
  const refused = await bookSession(db(), bookingRequest(scene, { now: anHourAhead }));
  expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  expect(await db().tutoringSession.findMany()).toMatchObject([{ status: 'pending_payment' }]);
});

test('a hold lasts as long as the wizard states', async () => {
  const { holdId } = await heldByAnother();
  const hold = await db().tutoringSession.findUniqueOrThrow({ where: { id: holdId } });
  expect(hold.holdExpiresAt?.getTime()).toBe(NOW.getTime() + HOLD_MINUTES * 60_000);
});

test('the time of a hold is listed again from its expiry', async () => {
  const { courseId, student } = await heldByAnother();
  const starts = async (now: Date) => {
    const [st] = await listOfferingSts(db(), { courseId, viewerId: student.id, now });
    return st?.starts;
  };
  const three = Date.parse('2026-03-05T15:00:00Z');
  expect(await starts(JUST_BEFORE)).not.toContain(three);
  expect(await starts(HOLD_ENDS)).toContain(three);
});
