import { sql } from './plain-sql';

/** Sets the status that ends a session, as ops would. Only a hold can expire, so that takes two edits. */
export async function endByHand(sessionId: string, status: string): Promise<void> {
  if (status === 'expired') {
    await sql(
      `UPDATE sessions SET status = 'pending_payment', hold_expires_at = now() WHERE id = $1`,
      sessionId,
    );
  }
  await sql('UPDATE sessions SET status = $2::session_status WHERE id = $1', sessionId, status);
}
