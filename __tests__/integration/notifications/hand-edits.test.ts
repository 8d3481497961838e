import { Client } from 'pg';
import { truncate } from '@/__tests__/support/database';
import { NOW } from '@/__tests__/support/factories';
import { deliveries, dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { MAX_ATTEMPTS } from '@/lib/mail/retry';

// Ops can retry failed emails, and nothing else.

const { current: mailbox } = openMailbox();
beforeEach(truncate);

const RETRY = `UPDATE notifications SET status = 'pending'`;
const DENIED = { code: '42501' };
const BOTH_BOOKED = [`session-booked to ${AROHA}`, `session-booked to ${MAYA}`];

/** Lets both confirmations fail after the last attempt. Returns the time. */
async function giveUp(): Promise<Date> {
  mailbox().trouble({ mode: '500', times: 1_000 });
  let now = NOW;
  for (let failures = 0; failures < MAX_ATTEMPTS; failures += 1) {
    await dispatchAt(now, mailbox());
    now = minutesAfter(now, 60);
  }
  mailbox().trouble({ mode: 'none' });
  return now;
}

test('a failed email that is set to pending is sent again, with its attempts counted from zero', async () => {
  await bookedScene({ start: new Date('2026-03-20T20:00:00.000Z') });
  const now = await giveUp();
  expect(await sql('SELECT status, attempts FROM notifications')).toEqual(
    Array(2).fill({ status: 'failed', attempts: MAX_ATTEMPTS }),
  );
  await sql(RETRY);
  expect(
    await sql('SELECT status, attempts, first_attempted_at, next_attempt_at FROM notifications'),
  ).toEqual(
    Array(2).fill({
      status: 'pending',
      attempts: 0,
      first_attempted_at: null,
      next_attempt_at: null,
    }),
  );
  expect(await dispatchAt(now, mailbox())).toMatchObject({ sent: 2 });
  expect(await dispatchAt(minutesAfter(now, 60), mailbox())).toMatchObject({ sent: 0 });
  expect(deliveries(mailbox())).toEqual(BOTH_BOOKED);
});

test('a failed email that is retried gets all its attempts again', async () => {
  await bookedScene({ start: new Date('2026-03-20T20:00:00.000Z') });
  const now = await giveUp();
  await sql(RETRY);
  mailbox().trouble({ mode: '500', times: 2 });
  expect(await dispatchAt(now, mailbox())).toMatchObject({ retried: 2, failed: 0 });
  expect(await dispatchAt(minutesAfter(now, 1), mailbox())).toMatchObject({ sent: 2 });
});

test('a failed email that is retried when it is outdated is voided', async () => {
  const { id } = await bookedScene({ start: new Date('2026-03-20T20:00:00.000Z') });
  const now = await giveUp();
  await changeSession(id, now, { status: 'cancelled' });
  await sql(`${RETRY} WHERE status = 'failed'`);
  expect(await dispatchAt(now, mailbox())).toMatchObject({ voided: 2, sent: 2 });
  expect(deliveries(mailbox())).toEqual([
    `session-cancelled to ${AROHA}`,
    `session-cancelled to ${MAYA}`,
  ]);
});

const SENT_AGAIN = [
  RETRY,
  `UPDATE notifications SET status = 'failed', last_error = 'none'`,
  `UPDATE notifications SET status = 'voided'`,
  'UPDATE notifications SET sent_at = NULL, next_attempt_at = NULL',
  'UPDATE notifications SET version = version + 1',
  'UPDATE notifications SET id = uuidv7()',
  `INSERT INTO notifications (subject_type, subject_id, recipient_id, kind, version, due_at)
   SELECT subject_type, subject_id, recipient_id, kind, version + 1, due_at FROM notifications`,
  'DELETE FROM notifications',
  'TRUNCATE notifications',
  'ALTER TABLE notifications DISABLE TRIGGER ALL',
  'SELECT purge_expired_rows(1000)',
  `SELECT lease_notification(interval '1 minute')`,
  `SELECT record_delivery(id, now(), 'pending', 0, NULL, NULL, NULL) FROM notifications`,
  `SET session_replication_role = 'replica'`,
];

test('a sent mail is not sent again, whatever ops try', async () => {
  const { id } = await bookedScene();
  await dispatchAt(NOW, mailbox());
  for (const attack of SENT_AGAIN) {
    expect([attack, (await refusalOf(attack)).code]).toEqual([
      attack,
      expect.stringMatching(/^(42501|23001)$/),
    ]);
  }
  // Edits of the session that do not affect the email have no effect either.
  await sql(
    `UPDATE sessions SET status = status, scheduled_start = scheduled_start, note = 'Hello'`,
  );
  await sql('UPDATE sessions SET sequence = 7 WHERE id = $1', id);
  expect(await dispatchAt(minutesAfter(NOW, 60), mailbox())).toMatchObject({ sent: 0 });
  expect(deliveries(mailbox())).toEqual(BOTH_BOOKED);
});

const SILENCED = [
  `UPDATE notifications SET status = 'sent'`,
  `UPDATE notifications SET status = 'voided'`,
  `UPDATE notifications SET due_at = due_at + interval '1 year'`,
  `UPDATE notifications SET next_attempt_at = now() + interval '1 year'`,
  'UPDATE notifications SET attempts = 12',
  'UPDATE notifications SET recipient_id = (SELECT id FROM users LIMIT 1)',
  'DELETE FROM notifications',
];

test('ops can neither void nor postpone a pending email', async () => {
  await bookedScene();
  for (const attack of SILENCED) {
    expect([attack, (await refusalOf(attack)).code]).toEqual([
      attack,
      expect.stringMatching(/^(42501|23001)$/),
    ]);
  }
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 2 });
});

test('a temporary table that shadows a catalog does not make ops the owner of the outbox', async () => {
  await bookedScene();
  const ops = new Client({ connectionString: process.env.OPS_DATABASE_URL });
  await ops.connect();
  await ops.query(
    `CREATE TEMP TABLE pg_class AS SELECT 'notifications'::regclass::oid AS oid,
       (SELECT oid FROM pg_roles WHERE rolname = current_user) AS relowner`,
  );
  const silenced = ops.query(`UPDATE notifications SET status = 'voided'`);
  await expect(silenced).rejects.toMatchObject({ code: '23001' });
  await ops.end();
});

test('the application writes to the outbox only through its functions', async () => {
  await bookedScene();
  for (const attack of [RETRY, 'DELETE FROM notifications']) {
    await expect(db().$executeRawUnsafe(attack)).rejects.toMatchObject({
      meta: { driverAdapterError: { cause: { originalCode: DENIED.code } } },
    });
  }
});
