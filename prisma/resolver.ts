import { createAdapter } from './migrate/adapter';
import { describeToEngine, type MigrationFile, readMigrations } from './migrate/migration-files';
import { recordRollback, settleRecord, type UnfinishedRow } from './migrate/migration-record';
import { type MigratorSession, workAsMigrator } from './migrate/migrator-session';
import { completeOptions, type MigrateOptions } from './migrate/options';
import { createSchemaEngine } from './schema-engine';

const COMMAND = 'npm run db:resolve';

/** An operator's decision about a migration that the database has no proof of. */
export interface Verdict {
  name: string;
  wasApplied: boolean;
}

/**
 * Completes the record of failed or unfinished migrations: from proof in the database, or
 * without proof from the operator's decision. Changes only the record.
 */
export async function resolveMigrations(
  databaseUrl: string,
  verdict?: Verdict,
  given: Partial<MigrateOptions> = {},
): Promise<void> {
  const options = completeOptions(given);
  await workAsMigrator({ databaseUrl, command: COMMAND, options }, async (session) => {
    const lines: string[] = [];
    const unclear = await settleByProof(session, (line) => lines.push(line));
    const judged = verdict && unclear.find(({ name }) => name === verdict.name);
    if (judged) lines.push(await settleByVerdict(session, verdict));
    for (const line of lines) options.say(line);

    const [open] = unclear.filter((row) => row !== judged);
    if (open) throw new Error(composeQuestion(open));
    if (verdict && !judged) throw new Error(`${verdict.name} needs no verdict.`);
    options.say(lines.length > 0 ? 'Now run npm run db:migrate.' : 'There is nothing to resolve.');
  });
}

async function settleByProof(
  { client, options }: MigratorSession,
  say: (line: string) => void,
): Promise<UnfinishedRow[]> {
  const rows = await settleRecord(client, say);
  const migrations = readMigrations(options.directory);
  const failed = rows.filter((row) => isWholeAndFailed(row, migrations));
  for (const { name } of failed) {
    await recordRollback(client, name);
    say(`${name} had failed and left nothing behind.`);
  }
  return rows.filter((row) => !failed.includes(row));
}

/** The server refused this same script, which is atomic, so nothing of it was applied. */
function isWholeAndFailed({ name, checksum, logs }: UnfinishedRow, migrations: MigrationFile[]) {
  return logs !== null && migrations.some((own) => own.name === name && own.checksum === checksum);
}

async function settleByVerdict(session: MigratorSession, verdict: Verdict): Promise<string> {
  const { name, wasApplied } = verdict;
  if (!wasApplied) {
    await recordRollback(session.client, name);
    return `${name} is recorded as not applied.`;
  }
  const { directory } = session.options;
  const migrationsList = describeToEngine(directory, readMigrations(directory));
  const engine = await createSchemaEngine(createAdapter(session, () => undefined));
  await engine.markMigrationApplied({ migrationName: name, migrationsList });
  return `${name} is recorded as applied.`;
}

function composeQuestion({ name, logs }: UnfinishedRow): string {
  const state = logs
    ? 'has failed with another script than the one in this folder'
    : 'was begun by another tool than npm run db:migrate and never finished';
  return (
    `${name} ${state}, so the database does not tell whether it was applied: look for what it makes, ` +
    `then run ${COMMAND} -- --applied ${name}, or ${COMMAND} -- --rolled-back ${name}.`
  );
}
