import { sql } from './plain-sql';

/**
 * Sets the status that ends a session, as ops would, and says which session has ended. Only a hold can
 * expire, so that needs another session.
 */
export async function endByHand(sessionId: string, status: string): Promise<string> {
  const id = status === 'expired' ? await holdInstead(sessionId, new Date()) : sessionId;
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
