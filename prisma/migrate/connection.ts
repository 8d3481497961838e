import { Client, Pool } from 'pg';

/**
 * Limits that a role or a database may set, and that a long migration must not die of. They are
 * taken back by SQL and not while connecting, because a pooler refuses parameters there.
 */
const WITHOUT_LIMITS = `
  SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN
  ('statement_timeout', 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout')`;

/** Has the server end what it does for us soon after we are gone. Some systems cannot do it. */
const END_WITH_US = `SET client_connection_check_interval = '1s'`;

/** The one connection of a migrator: the migrators' lock is held by it and lost with it. */
export async function connectMigrator(databaseUrl: string, command: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  // The next query says it; without a listener the process would end at once.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${reasonOf(error)}.`, { cause: error });
  });
  await client.query(`SELECT set_config('application_name', $1, false)`, [command]);
  await client.query(END_WITH_US).catch(() => undefined);
  return client;
}

/** Sets how long one statement may wait for a lock, and takes back every other limit. */
export async function limitLockWaits(client: Client, lockTimeoutMs: number): Promise<void> {
  await client.query(WITHOUT_LIMITS);
  // Zero would mean no limit.
  await client.query(`SET lock_timeout = ${Math.max(1, Math.round(lockTimeoutMs))}`);
}

/**
 * The connection, for an adapter that wants a pool. A real one replaces a connection as soon as a
 * statement fails, and the migrators' lock would be gone.
 */
export function presentAsPool(client: Client): Pool {
  return Object.assign(new Pool({ max: 1 }), { query: client.query.bind(client) });
}

/** If a host name has several addresses, the error is an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
