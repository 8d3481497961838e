import { truncate } from '@/__tests__/support/database';
import { createScene, createSession } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db';
import { advanceSessions } from '@/lib/session-clock/commands';

const START = new Date('2026-03-05T15:00:00.000Z');
const END = new Date('2026-03-05T16:00:00.000Z');
const HOLD_ENDS = new Date('2026-03-02T10:35:00.000Z');
const LATER = new Date('2036-01-01T00:00:00.000Z');

beforeEach(truncate);

function advanceAt(now: Date, deadline = LATER) {
  return advanceSessions({ db: db(), clock: () => now, deadline });
}

async function arrange(held: boolean) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
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

test('a session is completed at its end, not before, by nobody, and frees both people', async () => {
  const id = await arrange(false);
  expect(await advanceAt(new Date(END.getTime() - 1))).toMatchObject({ completed: 0 });
  expect(await advanceAt(END)).toEqual({ expired: 0, completed: 1, failed: 0 });
  expect(await lastEvent(id)).toEqual({ kind: 'completed', actor_id: null, happened_at: END });
  expect(await sql('SELECT FROM calendar_claims')).toEqual([]);
  expect(await sql(`SELECT FROM notifications WHERE status = 'pending'`)).toEqual([]);
});

test('a hold expires when it has run out, not before, by nobody, and frees both people', async () => {
  const id = await arrange(true);
  expect(await advanceAt(new Date(HOLD_ENDS.getTime() - 1))).toMatchObject({ expired: 0 });
  expect(await advanceAt(HOLD_ENDS)).toEqual({ expired: 1, completed: 0, failed: 0 });
  expect(await lastEvent(id)).toEqual({ kind: 'expired', actor_id: null, happened_at: HOLD_ENDS });
  expect(await sql('SELECT FROM calendar_claims')).toEqual([]);
});

test('doubled runs, one after the other or at once, change each session once', async () => {
  const id = await arrange(false);
  const reports = await Promise.all([advanceAt(END), advanceAt(END), advanceAt(END)]);
  expect(reports.reduce((sum, { completed }) => sum + completed, 0)).toBe(1);
  expect(await advanceAt(END)).toEqual({ expired: 0, completed: 0, failed: 0 });
  const events = await sql(`SELECT FROM session_events WHERE session_id = $1`, id);
  expect(events).toHaveLength(2);
});

test('nothing is begun after the deadline', async () => {
  await arrange(false);
  expect(await advanceAt(END, END)).toEqual({ expired: 0, completed: 0, failed: 0 });
});
