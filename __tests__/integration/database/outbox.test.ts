import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { endAsOps } from '@/__tests__/support/end-as-ops';
import { createScene, createSession, createSt, NOW } from '@/__tests__/support/factories';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';

// Every change plans its email, no matter who makes it.

const DAY = 24 * 60;

async function arrange({ minutesAhead = 3 * DAY, reminders = true, held = false } = {}) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: new Date(NOW.getTime() + minutesAhead * 60_000),
    reminders,
    ...(held ? { status: 'pending_payment', holdExpiresAt: new Date(NOW.getTime() + 60_000) } : {}),
  });
  return { ...scene, id };
}

/** `student session-booked` for each mail of that status, in alphabetical order. */
async function mails(status: 'pending' | 'voided' | 'sent' = 'pending'): Promise<string[]> {
  const rows = await sql<{ mail: string }>(
    `SELECT (CASE recipient_id WHEN s.student_id THEN 'student' WHEN s.teacher_id THEN 'teacher' ELSE 'other' END)
       || ' ' || kind AS mail
     FROM notifications n JOIN sessions s ON s.id = subject_id WHERE n.status = $1::notification_status`,
    status,
  );
  return rows.map(({ mail }) => mail).sort();
}

function both(...kinds: string[]): string[] {
  return ['student', 'teacher'].flatMap((who) => kinds.map((kind) => `${who} ${kind}`)).sort();
}

const BOOKED = 'session-booked';
const REMINDER = 'session-reminder-24h';

/** Half an hour after the first reminder of a session of `arrange` was due. */
const REMINDED = new Date(NOW.getTime() + (2 * DAY + 30) * 60_000);

/** The clock ticks at the moment of the first reminder. */
async function planReminders(): Promise<void> {
  await setDatabaseTime(REMINDED);
  await db().$queryRaw`SELECT plan_due_reminders()`;
}

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

test('a booked session plans a confirmation for both people, and no reminder yet', async () => {
  await arrange();
  expect(await mails()).toEqual(both(BOOKED));
});

test('a hold sends no email until it is paid', async () => {
  const { id } = await arrange({ held: true });
  expect(await mails()).toEqual([]);
  await sql(
    `UPDATE sessions SET status = 'scheduled', payment_waiver = 'Paid by invoice.' WHERE id = $1`,
    id,
  );
  expect(await mails()).toEqual(both(BOOKED));
});

test('a hold that expires sends no email', async () => {
  const { id } = await arrange({ held: true });
  await setDatabaseTime(REMINDED);
  await sql(`UPDATE sessions SET status = 'expired' WHERE id = $1`, id);
  expect(await sql('SELECT FROM notifications')).toEqual([]);
});

test('cancelling a session voids its planned emails and notifies both people', async () => {
  const { id } = await arrange();
  await planReminders();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  expect(await mails('voided')).toEqual(both(BOOKED, REMINDER));
  expect(await mails()).toEqual(both('session-cancelled'));
});

test('a sent email stays sent', async () => {
  const { id } = await arrange();
  await planReminders();
  await sqlAsOwner(`UPDATE notifications SET status = 'sent' WHERE kind = 'session-booked'`);
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  expect(await mails('sent')).toEqual(both(BOOKED));
  expect(await mails('voided')).toEqual(both(REMINDER));
});

test('moving a session voids its planned emails, notifies both people and plans new reminders', async () => {
  const { id } = await arrange();
  await planReminders();
  const move = `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day' WHERE id = $1`;
  await sql(move, id);
  expect(await mails('voided')).toEqual(both(BOOKED, REMINDER));
  expect(await mails()).toEqual(both('session-changed'));
  await setDatabaseTime(new Date(REMINDED.getTime() + DAY * 60_000));
  await db().$queryRaw`SELECT plan_due_reminders()`;
  expect(await mails()).toEqual(both('session-changed', REMINDER));
});

test('reassigning a session notifies the student, the new ST and the former one', async () => {
  const { id, courseId, st } = await arrange();
  const next = await createSt({ courseId });
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  const told = ['other session-cancelled', 'student session-changed', 'teacher session-booked'];
  expect(await mails()).toEqual(told);
  const [other] = await sql(
    `SELECT recipient_id FROM notifications WHERE kind = 'session-cancelled'`,
  );
  expect(other).toEqual({ recipient_id: st.userId });
});

test.each(['completed', 'no_show'])('a session that is %s gets no reminder', async (status) => {
  const { id } = await arrange();
  await planReminders();
  await endAsOps(id, status);
  expect(await mails()).toEqual([]);
});

test('changing the note plans and voids no email', async () => {
  const { id } = await arrange();
  await sql(`UPDATE sessions SET note = 'Bring paper.' WHERE id = $1`, id);
  expect(await mails('voided')).toEqual([]);
});
