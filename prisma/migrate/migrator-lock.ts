import type { Client } from 'pg';
import { limitLockWaits } from './connection';
import { composeTermination, describeHolders, type LockHolder } from './lock-holders';
import { HOLDS_MIGRATOR_LOCK, MIGRATOR_LOCK_KEY } from './lock-key';
import type { MigrateOptions } from './options';
import { isLockTimeout } from './sql-errors';

const HOLDERS = `
  SELECT pid, nullif(activity.application_name, '') AS application, activity.usename AS role,
    extract(epoch FROM clock_timestamp() - activity.backend_start)::int AS seconds
  FROM pg_locks LEFT JOIN pg_stat_activity AS activity USING (pid)
  WHERE ${HOLDS_MIGRATOR_LOCK}`;

/**
 * Takes the lock of the migrators of this database, waiting if another has it, and holds it as long as
 * the connection lasts. The engine takes the same lock again, which is allowed within a session.
 */
export async function becomeOnlyMigrator(
  client: Client,
  { migratorWaitMs, say }: MigrateOptions,
): Promise<void> {
  const { rows } = await client.query<{ isOurs: boolean }>(
    `SELECT pg_try_advisory_lock(${MIGRATOR_LOCK_KEY}) AS "isOurs"`,
  );
  if (rows[0]?.isOurs) return;
  say(`Waiting for another migrator, ${describeHolders(await findHolders(client))} …`);
  await limitLockWaits(client, migratorWaitMs);
  await client
    .query(`SELECT pg_advisory_lock(${MIGRATOR_LOCK_KEY})`)
    .catch(async (error: unknown) => {
      throw isLockTimeout(error) ? await composeRefusal(client, migratorWaitMs) : error;
    });
}

async function findHolders(client: Client): Promise<LockHolder[]> {
  return (await client.query<LockHolder>(HOLDERS)).rows;
}

async function composeRefusal(client: Client, waitedMs: number): Promise<Error> {
  const holders = await findHolders(client);
  return new Error(
    `Nothing was done: after ${waitedMs / 1_000} s of waiting, another migrator is still at work, ` +
      `${describeHolders(holders)}. Run this again when it has ended; if it hangs, end it with ` +
      `${composeTermination(holders)}.`,
  );
}
