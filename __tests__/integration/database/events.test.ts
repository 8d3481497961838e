import { truncate } from '@/__tests__/support/database';
import { endByHand } from '@/__tests__/support/end-by-hand';
import { createScene, createSession, createSt, NOW } from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { actAs } from '@/lib/acting';
import { db } from '@/lib/db';

// Invariant 4: every change of a session's status or time leaves an event, whoever made it.

async function arrangeSession() {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    scheduledStart: new Date('2025-03-05T15:00:00Z'),
  });
  return { ...scene, id };
}

function eventsOf(sessionId: string) {
  return sql<{ kind: string; actor_id: string | null; happened_at: Date; status: string }>(
    'SELECT kind, actor_id, happened_at, status FROM session_events WHERE session_id = $1 ORDER BY id',
    sessionId,
  );
}

async function kindsOf(sessionId: string): Promise<string[]> {
  return (await eventsOf(sessionId)).map(({ kind }) => kind);
}

beforeEach(truncate);

test.each([
  ['completed', `status = 'completed'`],
  ['cancelled', `status = 'cancelled'`],
  ['no_show', `status = 'no_show'`],
  ['moved', `scheduled_start = scheduled_start + interval '1 hour'`],
  ['moved', `scheduled_end = scheduled_end + interval '15 minutes'`],
])('a hand edit leaves "%s", by nobody, now: SET %s', async (kind, change) => {
  const { id } = await arrangeSession();
  const [before] = await sql<{ now: Date }>('SELECT now()');
  await sql(`UPDATE sessions SET ${change} WHERE id = $1`, id);
  const [booked, event, ...more] = await eventsOf(id);
  expect(booked).toMatchObject({ kind: 'booked', actor_id: null });
  expect(event).toMatchObject({ kind, actor_id: null });
  expect(event?.happened_at.getTime()).toBeGreaterThanOrEqual(before?.now.getTime() ?? Infinity);
  expect(more).toEqual([]);
});

test('a session handed to another ST leaves "reassigned"', async () => {
  const { id, courseId } = await arrangeSession();
  const next = await createSt({ courseId });
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  expect(await kindsOf(id)).toEqual(['booked', 'reassigned']);
});

test('a cancelled session that is taken up again leaves "reopened"', async () => {
  const { id } = await arrangeSession();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(await kindsOf(id)).toEqual(['booked', 'cancelled', 'reopened']);
});

test('a hold that is paid leaves "held" and "booked"', async () => {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    scheduledStart: new Date('2025-03-05T15:00:00Z'),
    status: 'pending_payment',
    holdExpiresAt: new Date('2025-03-02T10:35:00Z'),
  });
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(await kindsOf(id)).toEqual(['held', 'booked']);
  expect(await sql('SELECT hold_expires_at FROM sessions')).toEqual([{ hold_expires_at: null }]);
});

test('a hold that runs out leaves "held" and "expired"', async () => {
  const { id } = await arrangeSession();
  const expired = await endByHand(id, 'expired');
  expect(await kindsOf(expired)).toEqual(['held', 'expired']);
});

test('two changes in one edit leave two events', async () => {
  const { id } = await arrangeSession();
  await sql(
    `UPDATE sessions SET status = 'completed', scheduled_start = scheduled_start + interval '1 hour' WHERE id = $1`,
    id,
  );
  expect((await kindsOf(id)).sort()).toEqual(['booked', 'completed', 'moved']);
});

test('an edit of something else leaves none', async () => {
  const { id } = await arrangeSession();
  await sql(`UPDATE sessions SET note = 'Bring paper.', reminders = false WHERE id = $1`, id);
  expect(await kindsOf(id)).toEqual(['booked']);
});

test('what the application does carries who did it and when, and nothing of it stays behind', async () => {
  const { id, student } = await arrangeSession();
  await db().$transaction(async (tx) => {
    await actAs(tx, { actorId: student.id, now: NOW });
    await tx.tutoringSession.update({ where: { id }, data: { status: 'cancelled' } });
  });
  await db().tutoringSession.update({ where: { id }, data: { status: 'scheduled' } });
  const [, cancelled, reopened] = await eventsOf(id);
  expect(cancelled).toMatchObject({ actor_id: student.id, happened_at: NOW, status: 'cancelled' });
  expect(reopened).toMatchObject({ actor_id: null });
  expect(reopened?.happened_at).not.toEqual(NOW);
});

test.each([
  `INSERT INTO session_events (session_id, kind, status, scheduled_start, scheduled_end, teacher_id, sequence)
   SELECT id, 'cancelled', 'cancelled', scheduled_start, scheduled_end, teacher_id, 0 FROM sessions`,
  `UPDATE session_events SET kind = 'cancelled'`,
  'DELETE FROM session_events',
])('events are not written by hand: %s', async (statement) => {
  await arrangeSession();
  expect(await refusalOf(statement)).toMatchObject({
    code: '23001',
    message: 'Rows of session_events are written by the database, not by hand.',
  });
});
