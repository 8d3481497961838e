import type { Client } from 'pg';
import { connectMigrator, limitLockWaits } from './connection';
import { becomeOnlyMigrator } from './migrator-lock';
import type { MigrateOptions } from './options';

const LOST =
  'The connection to the database was lost. Run the command again: it goes on from what the database has.';

export interface MigratorSession {
  client: Client;
  /** The server process of this connection. */
  pid: number;
  databaseUrl: string;
  options: MigrateOptions;
}

/** Runs something as the only migrator of a database. Other migrators see `command` as the holder. */
export async function workAsMigrator<T>(
  {
    databaseUrl,
    command,
    options,
  }: { databaseUrl: string; command: string; options: MigrateOptions },
  work: (session: MigratorSession) => Promise<T>,
): Promise<T> {
  const client = await connectMigrator(databaseUrl, command);
  let isLost = false;
  client.on('end', () => {
    isLost = true;
  });
  try {
    await becomeOnlyMigrator(client, options);
    await limitLockWaits(client, options.lockTimeoutMs);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return await work({ client, pid: rows[0]?.pid ?? 0, databaseUrl, options });
  } catch (error) {
    throw isLost ? new Error(LOST, { cause: error }) : error;
  } finally {
    await client.end();
  }
}
