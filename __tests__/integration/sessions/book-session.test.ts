import { countBookingRows, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSession,
  NOW,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

beforeEach(truncate);

test('an included session is scheduled, with its end, its note and the checkbox', async () => {
  const scene = await createScene({ sessionMinutes: 45 });
  const request = bookingRequest(scene, { note: 'Loops, please.', reminders: false });
  const booked = await bookSession(db(), request);
  expect(booked).toMatchObject({ ok: true, value: { status: 'scheduled', stTimezone: null } });
  expect(await db().tutoringSession.findFirst()).toMatchObject({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    courseId: scene.courseId,
    studentId: scene.student.id,
    teacherId: scene.st.userId,
    status: 'scheduled',
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
    scheduledEnd: new Date('2026-03-05T15:45:00Z'),
    holdExpiresAt: null,
    note: 'Loops, please.',
    reminders: false,
    sequence: 0,
  });
});

test('the event has the person and the time of the request', async () => {
  const scene = await createScene();
  await bookSession(db(), bookingRequest(scene));
  expect(await db().sessionEvent.findMany()).toMatchObject([
    { kind: 'booked', actorId: scene.student.id, happenedAt: NOW },
  ]);
  const [booked] = await db().notification.findMany({ where: { kind: 'session_booked' } });
  expect(booked).toMatchObject({ status: 'pending', dueAt: NOW, createdAt: NOW });
});

test('a priced session is held for 35 minutes, and nobody is notified', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  const booked = await bookSession(db(), bookingRequest(scene));
  expect(booked).toMatchObject({ ok: true, value: { status: 'pending_payment' } });
  expect(await db().tutoringSession.findFirst()).toMatchObject({
    status: 'pending_payment',
    holdExpiresAt: new Date('2026-03-02T10:35:00Z'),
  });
  expect(await countBookingRows()).toMatchObject({ ...ROWS_OF_ONE_SESSION, notifications: 0 });
});

test('a course with a price of 0 needs no payment', async () => {
  const scene = await createScene({ pricePerSessionCents: 0 });
  const booked = await bookSession(db(), bookingRequest(scene));
  expect(booked).toMatchObject({ ok: true, value: { status: 'scheduled' } });
});

test('booking clears "Schedule Later"', async () => {
  const scene = await createScene();
  await db().enrollment.updateMany({ data: { deferredAt: NOW } });
  await bookSession(db(), bookingRequest(scene));
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: 0 });
});

test('the first and the last start that notice and horizon allow are booked', async () => {
  const scene = await createScene();
  for (const start of ['2026-03-02T22:00:00Z', '2026-05-01T09:30:00Z']) {
    const booked = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(booked).toMatchObject({ ok: true });
  }
});

test('a cancelled session does not block its time', async () => {
  const scene = await createScene();
  const other = await createEnrollment({ courseId: scene.courseId });
  const { id } = await createSession({
    enrollmentId: other.id,
    stId: scene.st.id,
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
  });
  await db().tutoringSession.update({ where: { id }, data: { status: 'cancelled' } });
  expect(await bookSession(db(), bookingRequest(scene))).toMatchObject({ ok: true });
});
