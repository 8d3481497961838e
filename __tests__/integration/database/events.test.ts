import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { endAsOps } from '@/__tests__/support/end-as-ops';
import { createScene, createSession, createSt, NOW } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { setActor } from '@/lib/db/transaction-context';

// Invariant 4: every change of a session's status or time leaves an event, no matter who made it.

async function arrangeSession() {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
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

const LATER = new Date(NOW.getTime() + 3_600_000);

beforeEach(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

test.each([
  ['cancelled', `status = 'cancelled'`],
  ['moved', `scheduled_start = scheduled_start + interval '1 hour'`],
  ['moved', `scheduled_end = scheduled_end + interval '15 minutes'`],
])('an edit by ops records "%s", without an actor: SET %s', async (kind, change) => {
  const { id } = await arrangeSession();
  await setDatabaseTime(LATER);
  await sql(`UPDATE sessions SET ${change} WHERE id = $1`, id);
  const [booked, event, ...more] = await eventsOf(id);
  expect(booked).toMatchObject({ kind: 'booked', actor_id: null });
  expect(event).toMatchObject({ kind, actor_id: null, happened_at: LATER });
  expect(more).toEqual([]);
});

test.each(['completed', 'no_show'])('a started session records "%s"', async (status) => {
  const { id } = await arrangeSession();
  await endAsOps(id, status);
  expect(await kindsOf(id)).toEqual(['booked', status]);
});

test('an event distinguishes edits by ops from the application by the role', async () => {
  const { id } = await arrangeSession();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  const roles = await sql('SELECT database_role FROM session_events ORDER BY id');
  expect(roles).toEqual([{ database_role: 'peerloop_app' }, { database_role: 'peerloop_ops' }]);
});

test('reassigning a session records "reassigned"', async () => {
  const { id, courseId } = await arrangeSession();
  const next = await createSt({ courseId });
  await sql('UPDATE sessions SET st_id = $2 WHERE id = $1', id, next.id);
  expect(await kindsOf(id)).toEqual(['booked', 'reassigned']);
});

test('reopening a cancelled session records "reopened"', async () => {
  const { id } = await arrangeSession();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, id);
  await sql(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, id);
  expect(await kindsOf(id)).toEqual(['booked', 'cancelled', 'reopened']);
});

test('a hold that is paid leaves "held" and "booked"', async () => {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: new Date('2026-03-05T15:00:00Z'),
    status: 'pending_payment',
    holdExpiresAt: new Date('2026-03-02T10:35:00Z'),
  });
  await sql(
    `UPDATE sessions SET status = 'scheduled', payment_waiver = 'Paid by invoice.' WHERE id = $1`,
    id,
  );
  expect(await kindsOf(id)).toEqual(['held', 'booked']);
  expect(await sql('SELECT hold_expires_at FROM sessions')).toEqual([{ hold_expires_at: null }]);
});

test('a hold that runs out leaves "held" and "expired"', async () => {
  const { id } = await arrangeSession();
  const expired = await endAsOps(id, 'expired');
  expect(await kindsOf(expired)).toEqual(['held', 'expired']);
});

test('two changes in one edit leave two events', async () => {
  const { id, courseId } = await arrangeSession();
  await sql(
    `UPDATE sessions SET st_id = $2, scheduled_start = scheduled_start + interval '1 hour' WHERE id = $1`,
    id,
    (await createSt({ courseId })).id,
  );
  expect((await kindsOf(id)).sort()).toEqual(['booked', 'moved', 'reassigned']);
});

test('an edit without an email records "edited"', async () => {
  const { id } = await arrangeSession();
  await sql(`UPDATE sessions SET note = 'Bring paper.', reminders = false WHERE id = $1`, id);
  expect(await kindsOf(id)).toEqual(['booked', 'edited']);
});

test('changes by the application have their actor and time, which end with the transaction', async () => {
  const { id, student } = await arrangeSession();
  await setDatabaseTime(LATER);
  await db().$transaction(async (tx) => {
    await setActor(tx, student.id);
    await tx.tutoringSession.update({ where: { id }, data: { status: 'cancelled' } });
  });
  await db().tutoringSession.update({ where: { id }, data: { status: 'scheduled' } });
  const [, cancelled, reopened] = await eventsOf(id);
  expect(cancelled).toMatchObject({
    actor_id: student.id,
    happened_at: LATER,
    status: 'cancelled',
  });
  expect(reopened).toMatchObject({ actor_id: null });
});
