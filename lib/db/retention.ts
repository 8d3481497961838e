import type { PrismaClient } from '@/prisma/client/client';

/** Rows of each kind deleted per run, so that a run is short. */
const BATCH_SIZE = 1_000;

/** Releases claims on past time and returns how many. */
export async function releasePastClaims(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ released: number }[]>`
    SELECT release_past_claims() AS released`;
  return row?.released ?? 0;
}

/**
 * Deletes rows whose retention period is over, up to a thousand of each kind, and returns how many. The periods are in prisma/sql/functions/retention_periods.sql.
 */
export async function purgeExpiredRows(db: PrismaClient): Promise<number> {
  const [row] = await db.$queryRaw<{ purged: number }[]>`
    SELECT sum(purged)::integer AS purged FROM purge_expired_rows(${BATCH_SIZE})`;
  return row?.purged ?? 0;
}
