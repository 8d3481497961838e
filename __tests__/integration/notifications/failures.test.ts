import { truncate } from '@/__tests__/support/database';
import { bookingRequest, NOW } from '@/__tests__/support/factories';
import { expectLogged } from '@/__tests__/support/log';
import { deliveries, dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { db } from '@/lib/db/client';
import { MAX_ATTEMPTS } from '@/lib/mail/retry';
import { bookSession } from '@/lib/sessions/book-session';

// However Resend fails, each recipient gets each message once.

const { current: mailbox } = openMailbox();
beforeEach(truncate);

const BOTH_BOOKED = [`session-booked to ${AROHA}`, `session-booked to ${MAYA}`];

let scene: Awaited<ReturnType<typeof bookedScene>> | null = null;
beforeEach(() => {
  scene = null;
});

/** Another session of the same two people. */
async function bookAgain(start: Date): Promise<void> {
  if (!scene) {
    scene = await bookedScene({ start });
    return;
  }
  const request = bookingRequest({ student: scene.maya, st: scene.st }, { start });
  expect(await bookSession(db(), request)).toMatchObject({ ok: true });
}

async function pendingOf() {
  const rows = await db().notification.findMany({
    where: { kind: 'session_booked' },
    select: { status: true, attempts: true, nextAttemptAt: true, lastError: true },
    orderBy: { attempts: 'desc' },
  });
  return rows;
}

test.each([
  ['429', 2_000, '429 rate_limit_exceeded'],
  ['500', 2_000, '500 internal_server_error'],
  ['hang', 200, 'no answer application_error'],
  ['late', 200, 'no answer application_error'],
])('after %s, the mail is tried again later, and comes once', async (mode, timeoutMs, error) => {
  await bookedScene();
  mailbox().trouble({ mode, times: 2 });
  expect(await dispatchAt(NOW, mailbox(), { timeoutMs })).toMatchObject({ sent: 0, retried: 2 });
  expect((await pendingOf())[0]).toMatchObject({
    status: 'pending',
    attempts: 1,
    nextAttemptAt: minutesAfter(NOW, 0.5),
    lastError: expect.stringContaining(error),
  });
  // Too early, then at its time, then once more than needed.
  expect(await dispatchAt(minutesAfter(NOW, 0.4), mailbox())).toMatchObject({
    sent: 0,
    retried: 0,
  });
  expect(await dispatchAt(minutesAfter(NOW, 0.5), mailbox())).toMatchObject({ sent: 2 });
  expect(await dispatchAt(minutesAfter(NOW, 1), mailbox())).toMatchObject({ sent: 0 });
  expect(deliveries(mailbox())).toEqual(BOTH_BOOKED);
});

test('after a 429 nothing more is sent in this run, or before the time in Retry-After', async () => {
  for (const start of ['2026-03-10T20:00:00Z', '2026-03-11T20:00:00Z', '2026-03-12T20:00:00Z']) {
    await bookAgain(new Date(start));
  }
  mailbox().trouble({ mode: '429', times: 99, retryAfter: 120 });
  // Six are due; four were under way when the first answer came.
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 0, retried: 4 });
  mailbox().trouble({ mode: 'none' });
  expect(await dispatchAt(minutesAfter(NOW, 1.9), mailbox())).toMatchObject({ sent: 2 });
  expect(await dispatchAt(minutesAfter(NOW, 2), mailbox())).toMatchObject({ sent: 4 });
});

test('an email that keeps failing is marked as failed and keeps its error', async () => {
  await bookedScene({ start: new Date('2026-03-20T20:00:00.000Z') });
  mailbox().trouble({ mode: '500', times: 1_000 });
  let now = NOW;
  for (let failures = 0; failures < MAX_ATTEMPTS; failures += 1) {
    await dispatchAt(now, mailbox());
    now = minutesAfter(now, 60);
  }
  expect(await pendingOf()).toEqual(
    Array(2).fill(
      expect.objectContaining({
        status: 'failed',
        attempts: MAX_ATTEMPTS,
        lastError: expect.stringContaining('500'),
      }),
    ),
  );
  mailbox().trouble({ mode: 'none' });
  expect(await dispatchAt(now, mailbox())).toMatchObject({ sent: 0 });
  expect(deliveries(mailbox())).toEqual([]);
});

test('an email that Resend rejects for good fails at once', async () => {
  await bookedScene();
  mailbox().trouble({ mode: '422' });
  expect(await dispatchAt(NOW, mailbox())).toEqual({ sent: 1, voided: 0, retried: 0, failed: 1 });
  expect((await pendingOf())[0]).toMatchObject({
    status: 'failed',
    lastError: expect.stringContaining('422 validation_error: Invalid `to` field'),
  });
});

test('an email that was accepted without an answer is retried with the same content', async () => {
  const { maya } = await bookedScene();
  mailbox().trouble({ mode: 'late', times: 2 });
  await dispatchAt(NOW, mailbox(), { timeoutMs: 200 });
  await db().user.update({ where: { id: maya.id }, data: { timezone: 'Asia/Kathmandu' } });
  expect(await dispatchAt(minutesAfter(NOW, 1), mailbox())).toMatchObject({ sent: 2 });
  expect(deliveries(mailbox())).toEqual(BOTH_BOOKED);
});

test('an email is not retried after its idempotency key may have expired', async () => {
  await bookedScene({ start: new Date('2026-03-20T20:00:00.000Z') });
  mailbox().trouble({ mode: 'late', times: 2 });
  await dispatchAt(NOW, mailbox(), { timeoutMs: 200 });
  // As if Resend had forgotten its keys meanwhile.
  mailbox().clear();
  expect(await dispatchAt(minutesAfter(NOW, 23 * 60), mailbox())).toMatchObject({
    sent: 0,
    failed: 2,
  });
  expect(deliveries(mailbox())).toEqual([]);
  expect((await pendingOf())[0]).toMatchObject({
    status: 'failed',
    lastError: expect.stringContaining('it may have been sent'),
  });
});

test('an internal error with one email does not block others', async () => {
  await bookedScene();
  let calls = 0;
  const send = async () => {
    calls += 1;
    if (calls === 1) throw new Error('A defect');
    return { outcome: 'accepted' as const, messageId: null };
  };
  expect(await dispatchAt(NOW, mailbox(), { send })).toMatchObject({ sent: 1, retried: 1 });
  expect((await pendingOf())[0]).toMatchObject({ status: 'pending', lastError: 'A defect' });
  expectLogged(/A defect/);
});

test('an email is recorded as sent even if its session changes meanwhile', async () => {
  const { id } = await bookedScene();
  const report = dispatchAt(NOW, mailbox(), {
    send: async () => {
      await changeSession(id, NOW, { status: 'cancelled' });
      return { outcome: 'accepted', messageId: 'message' };
    },
    limit: 1,
  });
  expect(await report).toMatchObject({ sent: 1 });
  const rows = await db().notification.findMany({ where: { messageId: 'message' } });
  expect(rows).toMatchObject([{ status: 'sent', kind: 'session_booked' }]);
});
