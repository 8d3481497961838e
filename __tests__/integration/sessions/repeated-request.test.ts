import { countBookingRows, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// A double click, a retry, a reload: the same key books once.

beforeEach(truncate);

test('a repeated request returns the existing session', async () => {
  const request = bookingRequest(await createScene());
  const first = await bookSession(db(), request);
  const again = await bookSession(db(), { ...request, now: new Date(NOW.getTime() + 60_000) });
  expect(first.ok).toBe(true);
  expect(again).toEqual(first);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('a repeated request for the last session left returns the session', async () => {
  const scene = await createScene();
  await db().enrollment.updateMany({ data: { sessionCount: 1 } });
  const request = bookingRequest(scene);
  const first = await bookSession(db(), request);
  expect(await bookSession(db(), request)).toEqual(first);
});

test('a repeated request returns the session even after its notice has passed', async () => {
  const request = bookingRequest(await createScene());
  const first = await bookSession(db(), request);
  const late = { ...request, now: new Date('2026-03-05T14:59:00Z') };
  expect(await bookSession(db(), late)).toEqual(first);
});

test.each([1, 10])(
  'ten submits at once, with %i sessions left, book once',
  async (sessionCount) => {
    const scene = await createScene();
    await db().enrollment.updateMany({ data: { sessionCount } });
    const request = bookingRequest(scene);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => bookSession(db(), request)),
    );
    const [first] = outcomes;
    expect(first).toMatchObject({ ok: true, value: { status: 'scheduled' } });
    expect(outcomes).toEqual(Array.from({ length: 10 }, () => first));
    expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
  },
);

test('two concurrent submits of a free time book once', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  const holder = await holdLocks('SELECT FROM users WHERE id = $1 FOR UPDATE', scene.st.userId);
  const submits = Promise.all([bookSession(db(), request), bookSession(db(), request)]);
  await holder.waitForBlocked(2);
  await holder.release('ROLLBACK');
  const [first, second] = await submits;
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual(first);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('a hold that is submitted again stays one hold', async () => {
  const request = bookingRequest(await createScene({ pricePerSessionCents: 2_500 }));
  const first = await bookSession(db(), request);
  expect(first).toMatchObject({ ok: true, value: { status: 'pending_payment' } });
  expect(await bookSession(db(), request)).toEqual(first);
});

test('one key cannot book another time, whether that is free or not', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  await bookSession(db(), request);
  for (const start of ['2026-03-06T15:00:00Z', '2026-03-05T15:30:00Z']) {
    const other = await bookSession(db(), { ...request, start: Date.parse(start) });
    expect(other).toEqual({ ok: false, code: 'IDEMPOTENCY_KEY_REUSED' });
  }
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('one key cannot book another ST', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  await bookSession(db(), request);
  const { id: stId } = await createSt({ courseId: scene.courseId });
  const start = Date.parse('2026-03-06T15:00:00Z');
  const other = await bookSession(db(), { ...request, stId, start });
  expect(other).toEqual({ ok: false, code: 'IDEMPOTENCY_KEY_REUSED' });
});

test.each([{ note: 'I would rather talk about loops.' }, { reminders: false }])(
  'the same key with other details is refused: %j',
  async (details) => {
    const request = bookingRequest(await createScene(), { note: 'About functions.' });
    await bookSession(db(), request);
    const other = await bookSession(db(), { ...request, ...details });
    expect(other).toEqual({ ok: false, code: 'IDEMPOTENCY_KEY_REUSED' });
    const stands = { note: 'About functions.', reminders: true };
    expect(await db().tutoringSession.findMany()).toMatchObject([stands]);
  },
);

test.each([{}, { note: 'Another one.' }, { start: Date.parse('2026-03-06T15:00:00Z') }])(
  'the key of a cancelled session books nothing more, and says that it was cancelled: %j',
  async (details) => {
    const request = bookingRequest(await createScene());
    await bookSession(db(), request);
    await sql(`UPDATE sessions SET status = 'cancelled'`);
    const again = await bookSession(db(), { ...request, ...details });
    expect(again).toEqual({ ok: false, code: 'SESSION_CANCELLED' });
    expect(await db().tutoringSession.count()).toBe(1);
  },
);

test('the key of a cancelled session is refused as such, even if its time is taken now', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  await bookSession(db(), request);
  await sql(`UPDATE sessions SET status = 'cancelled'`);
  const { studentId } = await createEnrollment({ courseId: scene.courseId });
  await bookSession(db(), { ...request, viewer: { id: studentId }, idempotencyKey: 'theirs' });
  const again = await bookSession(db(), request);
  expect(again).toEqual({ ok: false, code: 'SESSION_CANCELLED' });
});

test('a session that was cancelled and is on again is the answer again', async () => {
  const request = bookingRequest(await createScene());
  const first = await bookSession(db(), request);
  await sql(`UPDATE sessions SET status = 'cancelled'`);
  await sql(`UPDATE sessions SET status = 'scheduled'`);
  expect(await bookSession(db(), request)).toEqual(first);
});

test.each([false, true])(
  'the key of a hold that ran out books nothing more, whether the clock has released it: %s',
  async (isReleased) => {
    const scene = await createScene({ pricePerSessionCents: 2_500 });
    await db().enrollment.updateMany({ data: { sessionCount: 1 } });
    const request = bookingRequest(scene);
    await bookSession(db(), request);
    const anHourLater = new Date(NOW.getTime() + 3_600_000);
    await setDatabaseTime(anHourLater);
    if (isReleased) await sql(`UPDATE sessions SET status = 'expired'`);
    const again = await bookSession(db(), { ...request, now: anHourLater });
    await setDatabaseTime(NOW);
    expect(again).toEqual({ ok: false, code: 'HOLD_EXPIRED' });
    expect(await db().tutoringSession.count()).toBe(1);
  },
);

test('a repeated request after the session was completed is refused, with the reason', async () => {
  const request = bookingRequest(await createScene());
  const first = await bookSession(db(), request);
  await setDatabaseTime(new Date('2026-03-05T17:00:00Z'));
  await sql(`UPDATE sessions SET status = 'completed'`);
  const late = { ...request, now: new Date('2026-03-05T17:00:00Z') };
  const again = await bookSession(db(), late);
  await setDatabaseTime(NOW);
  expect(again).toMatchObject({ ok: true, value: { status: 'completed' } });
  expect(again.ok && first.ok && again.value.id === first.value.id).toBe(true);
});

test('the same request again after ops moved and reassigned the session answers with it', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  const first = await bookSession(db(), request);
  const { id: stId } = await createSt({ courseId: scene.courseId });
  await db().tutoringSession.updateMany({
    data: { stId, scheduledStart: new Date('2026-03-06T15:00:00Z') },
  });
  const again = await bookSession(db(), request);
  expect(again.ok && first.ok && again.value.id === first.value.id).toBe(true);
  expect(await db().tutoringSession.count()).toBe(1);
});

test('one student’s key has no effect for another student', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  const first = await bookSession(db(), request);
  const { studentId } = await createEnrollment({ courseId: scene.courseId });
  const viewer = { id: studentId };
  const taken = await bookSession(db(), { ...request, viewer });
  expect(taken).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  const start = Date.parse('2026-03-06T15:00:00Z');
  const theirs = await bookSession(db(), { ...request, viewer, start });
  expect(theirs).toMatchObject({ ok: true });
  expect(theirs).not.toEqual(first);
});

test('after a refusal the same key can book another time', async () => {
  const scene = await createScene();
  const request = bookingRequest(scene);
  await bookSession(db(), { ...request, start: Date.parse('2026-03-05T15:10:00Z') });
  expect(await bookSession(db(), request)).toMatchObject({ ok: true });
});
