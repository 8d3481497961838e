import { setDatabaseTime } from './database-time';
import { sql, sqlAsOwner } from './plain-sql';

let clockBefore: string | undefined;

// A test that moved the clock to the start of a session gives it back.
afterEach(async () => {
  if (clockBefore) await sqlAsOwner(clockBefore);
  clockBefore = undefined;
});

/**
 * Sets the status that ends a session, as ops would, and says which session has ended. Only a hold can
 * expire, so that needs another session. Only a session that has begun can be completed or missed, so
 * the database's clock then stands at its start, until the test is over.
 */
export async function endByHand(sessionId: string, status: string): Promise<string> {
  if (status === 'completed' || status === 'no_show') await waitForStart(sessionId);
  const id = status === 'expired' ? await holdInstead(sessionId, await databaseTime()) : sessionId;
  await sql('UPDATE sessions SET status = $2::session_status WHERE id = $1', id, status);
  return id;
}

/** Cancels a booked session and holds its time in its place. Returns the hold. */
export async function holdInstead(sessionId: string, holdExpiresAt: Date): Promise<string> {
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
