import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { LockHolder } from './lock-holders';

/** The lock that a migration waits for. */
export interface LockWait {
  /** Null: not a table, but for example an advisory lock. */
  relation: string | null;
  holders: LockHolder[];
}

interface WatchedSession {
  databaseUrl: string;
  pid: number;
  everyMs: number;
}

const BLOCKERS = `
  SELECT DISTINCT blocker.pid, nullif(activity.application_name, '') AS application,
    activity.usename AS role,
    extract(epoch FROM clock_timestamp() - coalesce(activity.xact_start, activity.backend_start))::int AS seconds,
    (SELECT min(relation::regclass::text) FROM pg_locks AS waited
     WHERE waited.pid = $1 AND NOT waited.granted AND relation IS NOT NULL) AS relation
  FROM unnest(pg_blocking_pids($1)) AS blocker (pid) LEFT JOIN pg_stat_activity AS activity USING (pid)
  ORDER BY pid LIMIT 5`;

/**
 * Polls, over a second connection, for who blocks a session, because after the lock timeout nobody
 * does any more. `stop` returns what was seen last, if anything.
 */
export function watchLocks(session: WatchedSession): { stop(): Promise<LockWait | undefined> } {
  const stopping = new AbortController();
  let seen: LockWait | undefined;
  const keep = (wait: LockWait) => {
    seen = wait;
  };
  // This is only information for the operator, so an error here is ignored.
  const watched = watch(session, stopping.signal, keep).catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await watched;
      return seen;
    },
  };
}

async function watch(
  { databaseUrl, pid, everyMs }: WatchedSession,
  signal: AbortSignal,
  keep: (wait: LockWait) => void,
): Promise<void> {
  // Most migrations finish sooner, and need no second connection.
  await sleep(everyMs, undefined, { signal });
  const limits = { connectionTimeoutMillis: 5_000, query_timeout: 5_000 };
  const client = new Client({ connectionString: databaseUrl, ...limits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    while (!signal.aborted) {
      const { rows } = await client.query<LockHolder & Pick<LockWait, 'relation'>>(BLOCKERS, [pid]);
      const [first] = rows;
      if (first) keep({ relation: first.relation, holders: rows });
      await sleep(everyMs, undefined, { signal });
    }
  } finally {
    await client.end();
  }
}
