import type { Client } from 'pg';

/**
 * The log of a row of _prisma_migrations while our script runs. The script replaces it,
 * in its own transaction, with the time it finished. So if a row still has this log when no migrator
 * runs, nothing of the script was applied. In the end the rows are the same as
 * those of `prisma migrate deploy`.
 */
const CLAIM = 'npm run db:migrate is applying this, or was killed before its transaction ended.';

const LEFT_NOTHING = 'was interrupted and left nothing behind.';
const WAS_APPLIED = 'was interrupted after it had been applied.';

/** The open records whose outcome is certain. */
const PROOFS = [
  {
    change: `rolled_back_at = now(), logs = 'It ${LEFT_NOTHING}'`,
    where: `finished_at IS NULL AND logs = '${CLAIM}'`,
    meaning: LEFT_NOTHING,
  },
  {
    // Prisma sets both times equal for a migration that was only marked as applied.
    change: 'applied_steps_count = 1',
    where: 'finished_at > started_at AND applied_steps_count = 0',
    meaning: WAS_APPLIED,
  },
  {
    // The engine counts a step only after the script.
    change: 'finished_at = now()',
    where: 'finished_at IS NULL AND applied_steps_count > 0',
    meaning: WAS_APPLIED,
  },
];

/** The engine's statement that starts the record of a migration. */
const BEGINNING = /^INSERT INTO "_prisma_migrations" \(("id".*"migration_name")\) VALUES \((.*)\)$/;

/** A row that is neither finished nor rolled back. */
export interface UnfinishedRow {
  name: string;
  checksum: string;
  /** The error that the engine recorded. */
  logs: string | null;
}

/** The engine's statement with our log added; undefined for any other statement. */
export function claimIn(sql: string): string | undefined {
  if (!BEGINNING.test(sql) || sql.includes('"finished_at"')) return undefined;
  return sql.replace(
    BEGINNING,
    `INSERT INTO "_prisma_migrations" ("logs",$1) VALUES ('${CLAIM}',$2)`,
  );
}

/** The script, followed by a statement that records its end in the same transaction. */
export async function markEnd(client: Client, script: string): Promise<string> {
  const table = await findRecord(client);
  return `${script}
;
RESET ROLE;
DO $migrator$ BEGIN
  UPDATE ${table} SET finished_at = greatest(clock_timestamp(), started_at + interval '1 millisecond'), logs = NULL
  WHERE logs = '${CLAIM}' AND finished_at IS NULL AND rolled_back_at IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'The row of this migration in _prisma_migrations is gone.'; END IF;
END $migrator$`;
}

/**
 * Completes the records whose outcome the database proves. Call it as the only migrator. Prints
 * what it found, and returns the rows without proof.
 */
export async function settleRecord(
  client: Client,
  say: (line: string) => void,
): Promise<UnfinishedRow[]> {
  const table = await findRecord(client);
  if (!table) return [];
  for (const { change, where, meaning } of PROOFS) {
    const settled = await client.query<{ name: string }>(
      `UPDATE ${table} SET ${change} WHERE ${where} AND rolled_back_at IS NULL
       RETURNING migration_name AS name`,
    );
    for (const { name } of settled.rows) say(`${name} ${meaning}`);
  }
  const { rows } = await client.query<UnfinishedRow>(
    `SELECT migration_name AS name, checksum, nullif(logs, '') AS logs FROM ${table}
     WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/** Records that nothing of a migration was applied. The row stays as rolled back. */
export async function recordRollback(client: Client, name: string): Promise<void> {
  const table = await findRecord(client);
  await client.query(
    `UPDATE ${table} SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
}

/** With the schema, because a migration may change the search path. */
async function findRecord(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE pg_class.oid = to_regclass('_prisma_migrations')`,
  );
  return rows[0]?.name;
}
