import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createScene, createSession, NOW } from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { deliveries, dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, MAYA } from '@/__tests__/support/mail-scene';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { createPrisma, db } from '@/lib/db/client';
import { planDueReminders } from '@/lib/mail/plan-reminders';
import { REMINDER_KINDS, remainingReminders } from '@/lib/sessions/reminders';

// How reminders come into the outbox: each once, however often and at which minute a clock asks.

const DAY = 24 * 60;
const LEADS = {
  'session-reminder-24h': DAY,
  'session-reminder-1h': 60,
  'session-reminder-15m': 15,
};

const { current: mailbox } = openMailbox();
beforeEach(truncate);

/** Which reminders there are, each by its kind, in the order of their moments. */
async function plannedKinds(): Promise<string[]> {
  const rows = await sql<{ kind: string }>(
    `SELECT DISTINCT kind, due_at FROM notifications WHERE kind::text LIKE 'session-reminder%' ORDER BY due_at`,
  );
  return rows.map(({ kind }) => kind);
}

async function planAt(now: Date): Promise<number> {
  await setDatabaseTime(now);
  return planDueReminders(db());
}

/** A session at this time, made at `NOW` with no eye to anybody's hours. */
async function sessionAt(
  scheduledStart: Date,
  fields: Partial<Parameters<typeof createSession>[0]> = {},
): Promise<string> {
  const { enrollment, st } = await createScene();
  const people = { enrollmentId: enrollment.id, stId: st.id };
  const { id } = await createSession({ ...people, scheduledStart, ...fields });
  return id;
}

test.each([0, 1, 7, 13])(
  'a clock that ticks every 14 minutes, from minute %s on, plans each reminder once',
  async (offset) => {
    const { id, start } = await bookedScene();
    let planned = 0;
    for (let before = DAY + 20 - offset; before >= -20; before -= 14) {
      planned += await planAt(minutesAfter(start, -before));
    }
    expect(planned).toBe(6);
    const rows = await sql<{ kind: keyof typeof LEADS; due_at: Date; created_at: Date }>(
      `SELECT kind, due_at, created_at FROM notifications
       WHERE subject_id = $1 AND kind::text LIKE 'session-reminder%'`,
      id,
    );
    expect(rows).toHaveLength(6);
    for (const { kind, due_at, created_at } of rows) {
      expect(due_at).toEqual(minutesAfter(start, -LEADS[kind]));
      expect(created_at.getTime() - due_at.getTime()).toBeGreaterThanOrEqual(0);
      expect(created_at.getTime() - due_at.getTime()).toBeLessThan(14 * 60_000);
    }
  },
);

test('many concurrent cron runs plan each reminder of each session once', async () => {
  const start = new Date('2026-03-10T20:00:00Z');
  for (let count = 0; count < 10; count += 1) await sessionAt(start);
  await setDatabaseTime(minutesAfter(start, -60));
  const clients = Array.from({ length: 6 }, () => createPrisma(process.env.DATABASE_URL ?? ''));
  const planned = await Promise.all(clients.map((own) => planDueReminders(own)));
  await Promise.all(clients.map((own) => own.$disconnect()));
  expect(planned.reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(await sql(`SELECT FROM notifications WHERE kind = 'session-reminder-1h'`)).toHaveLength(
    20,
  );
});

test.each([
  ['COMMIT', 0],
  ['ROLLBACK', 2],
] as const)(
  'a clock that meets another one waits, and after its %s plans %s',
  async (ending, left) => {
    const { start } = await bookedScene();
    await setDatabaseTime(minutesAfter(start, -60));
    const other = await holdLocks('SELECT plan_due_reminders()');
    const planned = planDueReminders(db());
    await other.waitForBlocked(1);
    await other.release(ending);
    expect(await planned).toBe(left);
    expect(await plannedKinds()).toEqual(['session-reminder-1h']);
  },
);

test('a session that is moved while its reminder is planned gets no reminder for the old time', async () => {
  const { id, start } = await bookedScene();
  await dispatchAt(NOW, mailbox());
  mailbox().clear();
  const now = minutesAfter(start, -60);
  await setDatabaseTime(now);
  const ops = await holdLocks(
    `UPDATE sessions SET scheduled_start = scheduled_start + interval '3 days' WHERE id = $1`,
    id,
  );
  expect(await planDueReminders(db())).toBe(2);
  await ops.release('COMMIT');
  expect(await dispatchAt(now, mailbox())).toMatchObject({ sent: 2, voided: 2 });
  expect(deliveries(mailbox())).toEqual([
    `session-changed to ${AROHA}`,
    `session-changed to ${MAYA}`,
  ]);
});

test.each([
  [DAY + 1, ['session-reminder-24h', 'session-reminder-1h', 'session-reminder-15m']],
  [DAY, ['session-reminder-1h', 'session-reminder-15m']],
  [61, ['session-reminder-1h', 'session-reminder-15m']],
  [60, ['session-reminder-15m']],
  [16, ['session-reminder-15m']],
  [15, []],
  [1, []],
])('booked %s minutes ahead, the reminders are %j', async (minutes, expected) => {
  const start = minutesAfter(NOW, minutes);
  await sessionAt(start);
  for (const before of [DAY + 1, DAY, 61, 60, 16, 15, 1, 0, -1].filter((at) => at <= minutes)) {
    await planAt(minutesAfter(start, -before));
  }
  expect(await plannedKinds()).toEqual(expected);
});

test('the promised reminders are the planned ones, for every lead time', async () => {
  const minutes = [DAY, 60, 15].flatMap((lead) => [lead - 1, lead, lead + 1, lead * 1.5]);
  const nearMs = [-1, 0, 1].flatMap((ms) => [DAY, 60, 15].map((lead) => lead * 60_000 + ms));
  const leadsMs = [...minutes.map((lead) => lead * 60_000), ...nearMs, 1, 60_000, 3 * 86_400_000];
  const promised = new Map<string, string[]>();
  const moments = new Set<number>();
  for (const leadMs of leadsMs) {
    const start = NOW.getTime() + leadMs;
    promised.set(await sessionAt(new Date(start)), remainingReminders(start, NOW.getTime()));
    for (const lead of [DAY, 60, 15]) moments.add(start - lead * 60_000);
  }
  const toPlan = [...moments].filter((moment) => moment >= NOW.getTime()).sort((a, b) => a - b);
  for (const moment of toPlan) await planAt(new Date(moment));
  const planned = await db().notification.findMany({
    where: { kind: { in: REMINDER_KINDS } },
    orderBy: { dueAt: 'asc' },
    distinct: ['subjectId', 'kind'],
    select: { subjectId: true, kind: true },
  });
  for (const [id, kinds] of promised) {
    const ofSession = planned.filter(({ subjectId }) => subjectId === id);
    expect(ofSession.map(({ kind }) => kind)).toEqual(kinds);
  }
});

test('a hold sends no reminders, and after payment only those still due', async () => {
  const start = minutesAfter(NOW, DAY + 10);
  const id = await sessionAt(start, { status: 'pending_payment' });
  expect(await planAt(minutesAfter(NOW, 11))).toBe(0);
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(await planAt(minutesAfter(NOW, 12))).toBe(0);
  expect(await planAt(minutesAfter(start, -60))).toBe(2);
});

test('a session that lasts a day gets the usual reminders', async () => {
  const start = new Date('2026-03-10T20:00:00Z');
  await sessionAt(start, { scheduledEnd: minutesAfter(start, DAY) });
  expect(await planAt(minutesAfter(start, -DAY - 1))).toBe(0);
  expect(await planAt(minutesAfter(start, -DAY))).toBe(2);
});

test('ops cannot plan reminders', async () => {
  expect(await refusalOf('SELECT plan_due_reminders()')).toMatchObject({ code: '42501' });
});
