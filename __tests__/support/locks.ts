import { Client } from 'pg';

/** Another connection that stands in the way: it holds locks until it lets go. */
export interface Obstacle {
  /** Runs a statement in the obstacle's transaction. */
  query(statement: string, ...values: unknown[]): Promise<unknown>;
  /** Resolves with their process ids when `count` other connections wait for a lock. */
  waiting(count: number): Promise<number[]>;
  /** Ends the transaction, and with it the locks. */
  letGo(ending: 'COMMIT' | 'ROLLBACK'): Promise<void>;
}

/** Begins a transaction of its own in this worker's database and runs `statement` in it. */
export async function obstruct(statement: string, ...values: unknown[]): Promise<Obstacle> {
  const [holder, watcher] = [await connect(), await connect()];
  await holder.query('BEGIN');
  // If there is a deadlock, it is the other side that finds it and gives up.
  await holder.query(`SET LOCAL deadlock_timeout = '1h'`);
  await holder.query(statement, values);
  return {
    query: (next, ...more) => holder.query(next, more),
    waiting: async (count) => {
      for (;;) {
        const { rows } = await watcher.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database()
           AND wait_event_type = 'Lock' AND cardinality(pg_blocking_pids(pid)) > 0`,
        );
        if (rows.length >= count) return rows.map(({ pid }) => pid);
      }
    },
    letGo: async (ending) => {
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
