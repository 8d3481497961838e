import { attackAs, readEverything } from '@/__tests__/support/attack';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { bookingRequest, createEnrollment, createScene, NOW } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import { expireHoldsAndCompleteSessions } from '@/lib/sessions/expire-holds-and-complete-sessions';

// A server whose clock is wrong changes nothing early: the database's clock decides.

const HOUR_MS = 3_600_000;
const AN_HOUR_AHEAD = new Date(NOW.getTime() + HOUR_MS);
const START = new Date('2026-03-05T15:00:00Z');
const FAR = new Date('2036-01-01T00:00:00Z');

/** One student holds Thursday 15:00, until 10:35; another would like it. */
async function heldByAnother() {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  const held = await bookSession(db(), bookingRequest(scene, { start: START }));
  if (!held.ok) throw new Error(held.code);
  const { studentId } = await createEnrollment({ courseId: scene.courseId });
  return { ...scene, id: held.value.id, student: { id: studentId } };
}

const advanceAt = (clock: Date) =>
  expireHoldsAndCompleteSessions({ db: db(), clock: () => clock, deadline: FAR });

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

test('a booking by a server that is an hour ahead cannot take the time of a valid hold', async () => {
  const scene = await heldByAnother();
  const request = bookingRequest(scene, { start: START, now: AN_HOUR_AHEAD });
  expect(await bookSession(db(), request)).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  expect(await sql('SELECT id, status FROM sessions')).toEqual([
    { id: scene.id, status: 'pending_payment' },
  ]);
});

test('the cron of a server that is an hour ahead expires no valid hold', async () => {
  await heldByAnother();
  expect(await advanceAt(AN_HOUR_AHEAD)).toEqual({ expired: 0, completed: 0, failed: 0 });
  await setDatabaseTime(new Date('2026-03-02T10:35:00Z'));
  expect(await advanceAt(NOW)).toMatchObject({ expired: 1 });
});

test('the cron of a server that is an hour ahead completes no running session', async () => {
  const scene = await createScene();
  await bookSession(db(), bookingRequest(scene, { start: START }));
  await setDatabaseTime(new Date(START.getTime() + HOUR_MS / 2));
  expect(await advanceAt(new Date(START.getTime() + 2 * HOUR_MS))).toMatchObject({ completed: 0 });
  await setDatabaseTime(new Date(START.getTime() + HOUR_MS));
  expect(await advanceAt(NOW)).toMatchObject({ completed: 1 });
});

test('a hold lasts as long as the database’s clock says, whatever the server’s', async () => {
  const scene = await createScene({ pricePerSessionCents: 2_500 });
  await bookSession(db(), bookingRequest(scene, { start: START, now: AN_HOUR_AHEAD }));
  expect(await sql('SELECT hold_expires_at FROM sessions')).toEqual([
    { hold_expires_at: new Date('2026-03-02T10:35:00Z') },
  ]);
});

test.each(['app', 'ops'] as const)('%s cannot end a hold or a session early', async (role) => {
  await heldByAnother();
  const before = await readEverything();
  const outcomes = await attackAs(
    role,
    `UPDATE sessions SET status = 'expired'`,
    `UPDATE sessions SET hold_expires_at = hold_expires_at, status = 'expired'`,
    `UPDATE sessions SET status = 'completed'`,
  );
  expect(outcomes).toEqual(['23514', '23514', '23514']);
  expect(await readEverything()).toEqual(before);
});
