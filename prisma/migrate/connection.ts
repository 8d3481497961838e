import { Client, Pool } from 'pg';

/**
 * Timeouts of a role or database that must not stop a long migration. They are
 * reset with SQL and not at connection, because a pooler refuses startup parameters.
 */
const WITHOUT_LIMITS = `
  SELECT set_config(name, '0', false) FROM pg_settings WHERE name IN
  ('statement_timeout', 'transaction_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout')`;

/** Lets the server end our statement soon after we disconnect. Some systems do not support it. */
const END_WITH_US = `SET client_connection_check_interval = '1s'`;

/** The only connection of a migrator. It holds the migrators' lock, which ends with it. */
export async function connectMigrator(databaseUrl: string, command: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl });
  // The next query reports the error; without a listener the process would exit at once.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${reasonOf(error)}.`, { cause: error });
  });
  await client.query(`SELECT set_config('application_name', $1, false)`, [command]);
  await client.query(END_WITH_US).catch(() => undefined);
  return client;
}

/** Sets the maximum wait for a lock, and resets every other timeout. */
export async function limitLockWaits(client: Client, lockTimeoutMs: number): Promise<void> {
  await client.query(WITHOUT_LIMITS);
  // Zero would mean no limit.
  await client.query(`SET lock_timeout = ${Math.max(1, Math.round(lockTimeoutMs))}`);
}

/**
 * The connection, for an adapter that expects a pool. A real pool replaces a connection when a
 * statement fails, which would release the migrators' lock.
 */
export function presentAsPool(client: Client): Pool {
  return Object.assign(new Pool({ max: 1 }), { query: client.query.bind(client) });
}

/** If a host name has several addresses, the error is an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
