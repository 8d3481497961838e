import { Client } from 'pg';

/** A second connection that holds locks until it is released. */
export interface LockHolder {
  /** Runs a statement in the holder's transaction. */
  query(statement: string, ...values: unknown[]): Promise<unknown>;
  /** Waits until `count` other connections wait for a lock. Returns their process ids. */
  waitForBlocked(count: number): Promise<number[]>;
  /** Ends the transaction, which releases the locks. */
  release(ending: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Begins a transaction in this worker's database and runs `statement` in it. */
export async function holdLocks(statement: string, ...values: unknown[]): Promise<LockHolder> {
  const [holder, watcher] = [await connect(), await connect()];
  await holder.query('BEGIN');
  // In a deadlock, the other side is the one that is aborted.
  await holder.query(`SET LOCAL deadlock_timeout = '1h'`);
  await holder.query(statement, values);
  return {
    query: (next, ...more) => holder.query(next, more),
    waitForBlocked: async (count) => {
      for (;;) {
        const { rows } = await watcher.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
           AND wait_event_type = 'Lock' AND cardinality(pg_blocking_pids(pid)) > 0`,
        );
        if (rows.length >= count) return rows.map(({ pid }) => pid);
      }
    },
    release: async (ending) => {
      await holder.query(ending);
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env.DIRECT_DATABASE_URL });
  await client.connect();
  return client;
}
