import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';

interface Backfill {
  /** A statement that updates a limited number of the remaining rows. */
  statement: string;
  /** Milliseconds between two batches, so that other transactions can run. */
  pauseMs: number;
  onBatch?: (rowsSoFar: number) => void;
}

/**
 * Repeats a statement, each time in its own transaction, until it changes no rows. Returns the total number
 * of rows. Safe to stop and run again.
 */
export async function runBackfill(
  client: Pick<ClientBase, 'query'>,
  { statement, pauseMs, onBatch }: Backfill,
): Promise<number> {
  for (let rows = 0; ; ) {
    const { rowCount } = await client.query(statement);
    if (!rowCount) return rows;
    rows += rowCount;
    onBatch?.(rows);
    await sleep(pauseMs);
  }
}
