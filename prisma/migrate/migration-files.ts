import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTransactionControl } from './find-transaction-control';

export interface MigrationFile {
  name: string;
  script: string;
  checksum: string;
}

/** The migrations of a folder, in order. Refuses those that could be applied in part. */
export function readMigrations(directory: string): MigrationFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readMigration(directory, name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function readMigration(directory: string, name: string): MigrationFile {
  const script = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
  const control = findTransactionControl(script);
  if (control) {
    throw new Error(
      `${name} was not applied: it is sent as one transaction and may not have "${control}" in it.`,
    );
  }
  return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
}

/** The migrations in the format of the engine. */
export function describeToEngine(directory: string, migrations: MigrationFile[]) {
  return {
    baseDir: directory,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(directory, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
}
