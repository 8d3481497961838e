import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, type Finding, findingOf } from './finding';

const DIRECTORY = join(process.cwd(), 'prisma/migrations');
const APPLIED = `SELECT migration_name AS name FROM _prisma_migrations
  WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

export async function checkMigrations(database: Database): Promise<Finding> {
  const { rows: known } = await database.query(
    `SELECT to_regclass('public._prisma_migrations') AS id`,
  );
  const { rows } =
    known[0]?.id === null ? { rows: [] } : await database.query<{ name: string }>(APPLIED);
  const applied = new Set(rows.map(({ name }) => name));
  const missing = listMigrations().filter((name) => !applied.has(name));
  return findingOf(
    'Pending migrations',
    missing.map((name) => `${name} is missing`),
    'Apply them: npm run db:migrate.',
  );
}

function listMigrations(): string[] {
  return readdirSync(DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
