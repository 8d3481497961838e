import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyMigrations } from '@/prisma/migrator';
import { readSqlSources } from '@/prisma/sql-sources';
import { diffTables } from '@/prisma/table-ddl';
import { compareCatalogs } from './db-sql/compare-catalogs';
import { composeMigrations, type MigrationStep } from './db-sql/compose-migrations';
import { applySources, catalogOf, createDatabase } from './db-sql/scratch-databases';
import { fingerprintsOf, readSnapshot, writeSnapshot } from './db-sql/snapshot';
import { onEnd, runScript } from './local/lifecycle';
import { startTemporaryPostgres } from './local/temporary-postgres';

const MIGRATIONS = join(process.cwd(), 'prisma/migrations');

/**
 * Writes a migration from the last snapshot to the current schema.prisma and prisma/sql, verifies it on a
 * temporary server, and updates the snapshot. Deletes the migration if verification fails.
 */
runScript(async () => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error('Name the change in lower case: npm run db:sql -- add_waitlist');
  }
  const postgres = await startTemporaryPostgres();
  onEnd(postgres.stop);
  const migrated = await createDatabase(postgres.urlOf('postgres'), 'migrated');
  const current = await createDatabase(postgres.urlOf('postgres'), 'current');

  const snapshot = readSnapshot();
  const schema = readFileSync(join(process.cwd(), 'prisma/schema.prisma'), 'utf8');
  const sources = readSqlSources();
  const tables = await diffTables(current, { from: snapshot.tables, to: schema });
  const written = writeMigrations(name, composeMigrations({ snapshot, tables, ...sources }));
  try {
    await applyMigrations(migrated);
    await applySources(current, schema);
    const [led, wanted] = [await catalogOf(migrated), await catalogOf(current)];
    refuseDifferences(compareCatalogs(wanted, led));
    const all = [...sources.beforeTables, ...sources.afterTables];
    writeSnapshot({ tables: schema, sources: fingerprintsOf(all), catalog: led });
  } catch (error) {
    for (const directory of written) rmSync(directory, { recursive: true });
    throw error;
  }
  console.log(written.length === 0 ? 'No changes.' : 'Updated the snapshot.');
});

function writeMigrations(name: string, steps: readonly MigrationStep[]): string[] {
  const seconds = Math.floor(Date.now() / 1_000);
  return steps.map(({ suffix, script }, index) => {
    const stamp = new Date((seconds + index) * 1_000).toISOString().replace(/\D/g, '').slice(0, 14);
    const directory = join(MIGRATIONS, `${stamp}_${name}${suffix}`);
    mkdirSync(directory);
    writeFileSync(join(directory, 'migration.sql'), script);
    console.log(`Wrote prisma/migrations/${stamp}_${name}${suffix}.`);
    return directory;
  });
}

function refuseDifferences(differences: ReturnType<typeof compareCatalogs>): void {
  if (differences.length === 0) return;
  const lines = differences.map(({ name, is }) => `  ${name} is ${is}`);
  const sentence = 'The migration does not produce the schema of prisma/sql. After the migration:';
  throw new Error([sentence, ...lines].join('\n'));
}
