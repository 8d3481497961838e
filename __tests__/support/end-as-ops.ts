import { setDatabaseTime } from './database-time';
import { sql, sqlAsOwner } from './plain-sql';

let clockBefore: string | undefined;

// Restores the clock if a test moved it to the start of a session.
afterEach(async () => {
  if (clockBefore) await sqlAsOwner(clockBefore);
  clockBefore = undefined;
});

/**
 * Sets a status that ends a session, as ops would, and returns the id of the ended session. Only a hold can
 * expire, so for that the session is replaced. Only a started session can be completed or missed, so for that
 * the database's clock is stopped at its start until the test ends.
 */
export async function endAsOps(sessionId: string, status: string): Promise<string> {
  if (status === 'completed' || status === 'no_show') await waitForStart(sessionId);
  const id =
    status === 'expired' ? await replaceWithHold(sessionId, await databaseTime()) : sessionId;
  await sql('UPDATE sessions SET status = $2::session_status WHERE id = $1', id, status);
  return id;
}

/** Cancels a booked session and creates a hold at its time. Returns the id of the hold. */
export async function replaceWithHold(sessionId: string, holdExpiresAt: Date): Promise<string> {
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, sessionId);
  const [hold] = await sql<{ id: string }>(
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, scheduled_end, status, hold_expires_at)
     SELECT enrollment_id, st_id, scheduled_start, scheduled_end, 'pending_payment', $2
     FROM sessions WHERE id = $1 RETURNING id`,
    sessionId,
    holdExpiresAt,
  );
  return hold?.id ?? '';
}

async function databaseTime(): Promise<Date> {
  const [row] = await sql<{ now: Date }>('SELECT database_now() AS now');
  if (!row) throw new Error('The database does not say what time it is.');
  return row.now;
}

async function waitForStart(sessionId: string): Promise<void> {
  const [future] = await sqlAsOwner<{ start: Date; clock: string }>(
    `SELECT scheduled_start AS start, pg_get_functiondef('database_now'::regproc) AS clock
     FROM sessions WHERE id = $1 AND scheduled_start > database_now()`,
    sessionId,
  );
  if (!future) return;
  clockBefore ??= future.clock;
  await setDatabaseTime(future.start);
}
