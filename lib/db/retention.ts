import type { PrismaClient } from '@/prisma/client/client';

/** Rows of each kind that one run deletes at most, so that a run is short. */
const BATCH_SIZE = 1_000;

/** Releases the claims of time that has passed, and answers how many there were. */
export async function releasePastClaims(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ released: number }[]>`
    SELECT release_past_claims() AS released`;
  return row?.released ?? 0;
}

/**
 * Deletes the oldest rows whose retention period is over, a thousand of each kind at most, and answers
 * how many went. The periods are in prisma/sql/functions/retention_periods.sql.
 */
export async function purgeExpiredRows(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ purged: number }[]>`
    SELECT sum(purged)::integer AS purged FROM purge_expired_rows(${BATCH_SIZE})`;
  return row?.purged ?? 0;
}
