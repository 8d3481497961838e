import { sqlAsOwner } from './plain-sql';

let emptyEverything: string | undefined;

/**
 * Empties every table of this worker's database. Call it before each test that writes. History refuses
 * to be emptied, so its triggers are off meanwhile.
 */
export async function truncate(): Promise<void> {
  emptyEverything ??= await composeTruncate();
  await sqlAsOwner(emptyEverything);
}

async function composeTruncate(): Promise<string> {
  const rows = await sqlAsOwner<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'time_zones')`,
  );
  const tables = rows.map(({ name }) => name).join(', ');
  return `DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    TRUNCATE ${tables};
  END $$`;
}
