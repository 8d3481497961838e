import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';

interface Backfill {
  /** One statement that changes a bounded number of the rows that still need it. */
  statement: string;
  /** Milliseconds between two batches, in which others get their turn. */
  pauseMs: number;
  onBatch?: (rowsSoFar: number) => void;
}

/**
 * Runs a statement in a transaction of its own, again and again, until it changes nothing more. Answers
 * how many rows it changed in all. It can be stopped at any moment and run again.
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
