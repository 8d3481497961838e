import type { SessionStatus } from '@/prisma/client/client';
import { setDatabaseTime } from './database-time';
import { createSession, NOW } from './factories';
import { sql } from './plain-sql';

const DAY_MS = 24 * 3_600_000;

interface Fields {
  enrollmentId: string;
  stId: string;
  scheduledStart: Date;
  status: SessionStatus;
  holdExpiresAt?: Date;
}

/**
 * A session as it came to its status: booked or held a day before its start, ended when it had begun.
 * Afterwards the database's clock is stopped at `NOW`.
 */
export async function createSessionInStatus({ status, ...fields }: Fields) {
  const start = fields.scheduledStart.getTime();
  const isHold = status === 'pending_payment' || status === 'expired';
  const born = isHold ? 'pending_payment' : 'scheduled';
  const bookedAt = new Date(isHold ? NOW.getTime() - 3_600_000 : start - DAY_MS);
  await setDatabaseTime(bookedAt);
  const created = await createSession({ ...fields, status: born });
  if (status !== born) {
    await setDatabaseTime(new Date(start + 60_000));
    await sql('UPDATE sessions SET status = $2::session_status WHERE id = $1', created.id, status);
  }
  await setDatabaseTime(NOW);
  return created;
}
