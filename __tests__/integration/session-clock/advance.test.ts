import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createScene, createSession, NOW } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { expectLogged } from '@/__tests__/support/log';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { expireHoldsAndCompleteSessions } from '@/lib/sessions/expire-holds-and-complete-sessions';

const START = new Date('2026-03-05T15:00:00.000Z');
const END = new Date('2026-03-05T16:00:00.000Z');
const HOLD_ENDS = new Date('2026-03-02T10:35:00.000Z');
const LATER = new Date('2036-01-01T00:00:00.000Z');

const NOTHING = { expired: 0, completed: 0, failed: 0 };

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

async function advanceAt(now: Date) {
  await setDatabaseTime(now);
  return advance(now);
}

/** At the database's time, whatever this server thinks it is. */
function advance(serverTime: Date, deadline = LATER) {
  return expireHoldsAndCompleteSessions({ db: db(), clock: () => serverTime, deadline });
}

async function arrange(held: boolean) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: START,
    ...(held ? { status: 'pending_payment', holdExpiresAt: HOLD_ENDS } : {}),
  });
  return id;
}

async function lastEvent(id: string) {
  const [event] = await sql(
    `SELECT kind, actor_id, happened_at FROM session_events WHERE session_id = $1 ORDER BY id DESC LIMIT 1`,
    id,
  );
  return event;
}

test('a session is completed at its end and not before, without an actor, and sends no reminders', async () => {
  const id = await arrange(false);
  expect(await advanceAt(new Date(END.getTime() - 1))).toMatchObject({ completed: 0 });
  expect(await advanceAt(END)).toEqual({ expired: 0, completed: 1, failed: 0 });
  expect(await lastEvent(id)).toEqual({ kind: 'completed', actor_id: null, happened_at: END });
  expect(await sql(`SELECT FROM notifications WHERE status = 'pending'`)).toEqual([]);
});

test('a hold expires at its expiry and not before, without an actor, and frees both people', async () => {
  const id = await arrange(true);
  expect(await advanceAt(new Date(HOLD_ENDS.getTime() - 1))).toMatchObject({ expired: 0 });
  expect(await advanceAt(HOLD_ENDS)).toEqual({ expired: 1, completed: 0, failed: 0 });
  expect(await lastEvent(id)).toEqual({ kind: 'expired', actor_id: null, happened_at: HOLD_ENDS });
  expect(await sql('SELECT FROM calendar_claims')).toEqual([]);
});

test('doubled runs, one after the other or at once, change each session once', async () => {
  const id = await arrange(false);
  await setDatabaseTime(END);
  const reports = await Promise.all([advance(END), advance(END), advance(END)]);
  expect(reports.reduce((sum, { completed }) => sum + completed, 0)).toBe(1);
  expect(await advance(END)).toEqual(NOTHING);
  const events = await sql(`SELECT FROM session_events WHERE session_id = $1`, id);
  expect(events).toHaveLength(2);
});

test('no email is started after the deadline', async () => {
  await arrange(false);
  await setDatabaseTime(END);
  expect(await advance(END, END)).toEqual(NOTHING);
});

test('a server whose clock is a day off ends sessions neither early nor late', async () => {
  const [hold, booked] = [await arrange(true), await arrange(false)];
  await setDatabaseTime(new Date(HOLD_ENDS.getTime() - 1));
  expect(await advance(new Date('2026-03-06T16:00:00Z'))).toEqual(NOTHING);
  await setDatabaseTime(END);
  expect(await advance(new Date('2026-03-01T10:00:00Z'))).toMatchObject({
    expired: 1,
    completed: 1,
  });
  expect(await lastEvent(hold)).toMatchObject({ happened_at: END });
  expect(await lastEvent(booked)).toMatchObject({ happened_at: END });
});

test.each([
  ['paid', `status = 'scheduled', payment_waiver = 'Paid by invoice'`, 'scheduled'],
  ['given more time', `hold_expires_at = hold_expires_at + interval '1 hour'`, 'pending_payment'],
])(
  'a hold that is %s while the clock waits for it does not expire',
  async (_how, change, status) => {
    const id = await arrange(true);
    await setDatabaseTime(new Date(HOLD_ENDS.getTime() - 1));
    const ops = await holdLocks(`UPDATE sessions SET ${change} WHERE id = $1`, id);
    await setDatabaseTime(HOLD_ENDS);
    const report = advance(HOLD_ENDS);
    await ops.waitForBlocked(1);
    await ops.release('COMMIT');
    expect(await report).toEqual(NOTHING);
    expect(await sql('SELECT status FROM sessions')).toEqual([{ status }]);
  },
);

test('a session that cannot be changed is logged, and does not block others', async () => {
  const [first, second] = [await arrange(false), await arrange(false)];
  await sqlAsOwner(
    `ALTER TABLE sessions ADD CONSTRAINT broken CHECK (id <> '${first}' OR status <> 'completed')`,
  );
  try {
    expect(await advanceAt(END)).toEqual({ expired: 0, completed: 1, failed: 1 });
    expectLogged(new RegExp(first));
  } finally {
    await sqlAsOwner('ALTER TABLE sessions DROP CONSTRAINT broken');
  }
  expect(await lastEvent(second)).toMatchObject({ kind: 'completed' });
});
