import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseError, Pool } from 'pg';
import { createSchemaEngine } from './schema-engine';

const DIRECTORY = join(process.cwd(), 'prisma/migrations');
const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations that the database does not have yet, and returns their names. Leaves the
 * same rows as `prisma migrate deploy`, which would first download an engine; the two can be mixed.
 * A migration that fails leaves nothing behind and can be corrected and applied again.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  // One connection, so that the engine's advisory lock holds for all that it does.
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  const migrationsList = listMigrations();
  try {
    const engine = await createSchemaEngine(createAdapter(pool));
    try {
      const applied = await engine.applyMigrations({ migrationsList, filters: NOTHING_EXTERNAL });
      return applied.appliedMigrationNames;
    } catch (error) {
      const migrationName = nameIn(error);
      if (migrationName) await engine.markMigrationRolledBack({ migrationName });
      throw error;
    }
  } catch (error) {
    throw new Error(`The migrations could not be applied.\n${sentenceOf(error)}`);
  } finally {
    await pool.end();
  }
}

function listMigrations() {
  const names = readdirSync(DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return {
    baseDir: DIRECTORY,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: read(join(name, 'migration.sql')) },
      },
    })),
  };
}

function read(path: string): string {
  return readFileSync(join(DIRECTORY, path), 'utf8');
}

/**
 * Prisma's adapter cuts scripts at every semicolon, those inside function bodies and comments too.
 * This one sends a script whole, so it is also applied whole or not at all.
 */
function createAdapter(pool: Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        throw error instanceof DatabaseError ? withItsLine(error, script) : error;
      });
    };
    return adapter;
  };
  return factory;
}

function withItsLine(error: DatabaseError, script: string): DriverAdapterError {
  const line = script.slice(0, Number(error.position)).split('\n').length;
  const place = error.position ? ` at line ${line}` : '';
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: [`${error.message}${place}`, error.where].filter(Boolean).join('\n'),
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

/** The migration that failed, as the engine's trace names it. */
function nameIn(error: unknown): string | undefined {
  return /with migration_name="([^"]+)"/.exec(String(error))?.[1];
}

/** The engine's message without its trace. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = ''] = message.split(/\n +0: /);
  const name = nameIn(error);
  return `${name ? `${name}: ` : ''}${sentence.replace('external connector error\n', '').trim()}`;
}
