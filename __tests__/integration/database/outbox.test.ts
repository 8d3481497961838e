import { truncate } from '@/__tests__/support/database';
import { createScene, createSession, createSt } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';

// No change without the mail that tells of it, whoever made the change.

const DAY = 24 * 60;

async function arrange({ minutesAhead = 3 * DAY, reminders = true, held = false } = {}) {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    scheduledStart: new Date(Date.now() + minutesAhead * 60_000),
    reminders,
    ...(held ? { status: 'pending_payment', holdExpiresAt: new Date(Date.now() + 60_000) } : {}),
  });
  return { ...scene, id };
}

/** `student session-booked` for each mail of that status, in alphabetical order. */
async function mails(status: 'pending' | 'voided' | 'sent' = 'pending'): Promise<string[]> {
  const rows = await sql<{ mail: string }>(
    `SELECT (CASE recipient_id WHEN s.student_id THEN 'student' WHEN s.teacher_id THEN 'teacher' ELSE 'other' END)
       || ' ' || kind AS mail
     FROM notifications n JOIN sessions s ON s.id = session_id WHERE n.status = $1::notification_status`,
    status,
  );
  return rows.map(({ mail }) => mail).sort();
}

function both(...kinds: string[]): string[] {
  return ['student', 'teacher'].flatMap((who) => kinds.map((kind) => `${who} ${kind}`)).sort();
}

const BOOKED = 'session-booked';
const REMINDERS = ['session-reminder-24h', 'session-reminder-1h', 'session-reminder-15m'];

beforeEach(truncate);

test('a booked session plans a confirmation for now and three reminders, for both', async () => {
  await arrange();
  expect(await mails()).toEqual(both(BOOKED, ...REMINDERS));
  const due = await sql(
    `SELECT DISTINCT kind, extract(epoch FROM scheduled_start - due_at)::integer / 60 AS minutes FROM notifications
     JOIN sessions s ON s.id = session_id WHERE kind <> 'session-booked' ORDER BY 2 DESC`,
  );
  expect(due).toEqual([
    { kind: 'session-reminder-24h', minutes: 24 * 60 },
    { kind: 'session-reminder-1h', minutes: 60 },
    { kind: 'session-reminder-15m', minutes: 15 },
  ]);
});

test('without the checkbox, only the ST is reminded', async () => {
  await arrange({ reminders: false });
  const teachers = REMINDERS.map((kind) => `teacher ${kind}`);
  expect(await mails()).toEqual([...both(BOOKED), ...teachers].sort());
});

test.each([
  [23 * 60, ['session-reminder-1h', 'session-reminder-15m']],
  [30, ['session-reminder-15m']],
  [10, []],
])('%i minutes ahead, the reminders still to come are %j', async (minutesAhead, reminders) => {
  await arrange({ minutesAhead });
  expect(await mails()).toEqual(both(BOOKED, ...reminders));
});

test('a hold tells nobody anything until it is paid', async () => {
  const { id } = await arrange({ held: true });
  expect(await mails()).toEqual([]);
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(await mails()).toEqual(both(BOOKED, ...REMINDERS));
});

test('a hold that runs out tells nobody anything', async () => {
  const { id } = await arrange({ held: true });
  await sql(`UPDATE sessions SET status = 'expired' WHERE id = $1`, id);
  expect(await sql('SELECT FROM notifications')).toEqual([]);
});

test('a cancelled session voids what was planned and tells both', async () => {
  const { id } = await arrange();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  expect(await mails('voided')).toEqual(both(BOOKED, ...REMINDERS));
  expect(await mails()).toEqual(both('session-cancelled'));
});

test('what has been sent stays sent', async () => {
  const { id } = await arrange();
  await sql(`UPDATE notifications SET status = 'sent' WHERE kind = 'session-booked'`);
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  expect(await mails('sent')).toEqual(both(BOOKED));
  expect(await mails('voided')).toEqual(both(...REMINDERS));
});

test('a moved session voids what was planned, tells both and plans its reminders anew', async () => {
  const { id } = await arrange();
  const move = `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day' WHERE id = $1`;
  await sql(move, id);
  expect(await mails('voided')).toEqual(both(BOOKED, ...REMINDERS));
  expect(await mails()).toEqual(both('session-changed', ...REMINDERS));
  await sql(move, id);
  expect(await mails()).toEqual(both('session-changed', ...REMINDERS));
});

test('a session handed over tells the student, the new ST and the old one', async () => {
  const { id, courseId, st } = await arrange();
  const next = await createSt({ courseId });
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  const reminders = both(...REMINDERS);
  const told = ['other session-cancelled', 'student session-changed', 'teacher session-booked'];
  expect(await mails()).toEqual([...told, ...reminders].sort());
  const [other] = await sql(
    `SELECT recipient_id FROM notifications WHERE kind = 'session-cancelled'`,
  );
  expect(other).toEqual({ recipient_id: st.userId });
});

test.each(['completed', 'no_show'])('a session that is %s needs no reminder', async (status) => {
  const { id } = await arrange({ minutesAhead: 30 });
  await sql(
    `UPDATE sessions SET scheduled_start = now(), status = $2::session_status WHERE id = $1`,
    id,
    status,
  );
  expect(await mails()).toEqual([]);
});

test('a change of the note plans and voids nothing', async () => {
  const { id } = await arrange();
  await sql(`UPDATE sessions SET note = 'Bring paper.' WHERE id = $1`, id);
  expect(await mails('voided')).toEqual([]);
});
