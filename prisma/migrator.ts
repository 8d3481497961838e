import { createAdapter } from './migrate/adapter';
import { describeToEngine, readMigrations } from './migrate/migration-files';
import { recordRollback, settleRecord, type UnfinishedRow } from './migrate/migration-record';
import { type MigratorSession, workAsMigrator } from './migrate/migrator-session';
import { completeOptions, type MigrateOptions } from './migrate/options';
import { nameIn, sentenceOf } from './migrate/sql-errors';
import { createSchemaEngine } from './schema-engine';

const COMMAND = 'npm run db:migrate';
const NOTHING_EXTERNAL = { externalTables: [], externalEnums: [] };

/**
 * Applies the pending migrations and returns their names. Writes the
 * same rows as `prisma migrate deploy`, which would first download an engine. You can mix the two.
 * A failed migration leaves nothing behind: correct it and run it again. A killed one
 * is applied again if the database proves that nothing of it was applied.
 */
export async function applyMigrations(
  databaseUrl: string,
  given: Partial<MigrateOptions> = {},
): Promise<string[]> {
  const options = completeOptions(given);
  return workAsMigrator({ databaseUrl, command: COMMAND, options }, async (session) => {
    const [unclear] = await settleRecord(session.client, options.say);
    if (unclear) throw new Error(composeAdvice(unclear));
    return applyPending(session);
  });
}

async function applyPending(session: MigratorSession): Promise<string[]> {
  const { directory } = session.options;
  const migrationsList = describeToEngine(directory, readMigrations(directory));
  let failure: unknown;
  const adapter = createAdapter(session, (error) => {
    failure = error;
  });
  const engine = await createSchemaEngine(adapter);
  try {
    const applied = await engine.applyMigrations({ migrationsList, filters: NOTHING_EXTERNAL });
    return applied.appliedMigrationNames;
  } catch (error) {
    const name = nameIn(error);
    if (name) await recordRollback(session.client, name);
    throw failure ?? new Error(`The migrations could not be applied.\n${sentenceOf(error)}`);
  }
}

function composeAdvice({ name, logs }: UnfinishedRow): string {
  const state = logs ? 'has failed' : 'was begun and never finished';
  return `Nothing was done, because ${name} ${state}: run npm run db:resolve, then ${COMMAND} again.`;
}
