import type { MigrateOptions } from '@/prisma/migrate/options';
import { applyMigrations } from '@/prisma/migrator';
import { resolveMigrations, type Verdict } from '@/prisma/resolver';

// A migrator that can be killed: DATABASE_URL and MIGRATOR say what it works on and how.

/** The instructions of the test, as JSON. */
export interface MigratorTask {
  command: 'migrate' | 'resolve';
  options: Partial<Omit<MigrateOptions, 'say'>>;
  verdict?: Verdict;
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL ?? '';
  const { command, options, verdict }: MigratorTask = JSON.parse(process.env.MIGRATOR ?? '');
  if (command === 'resolve') return resolveMigrations(url, verdict, options);
  for (const name of await applyMigrations(url, options)) console.log(`Applied ${name}.`);
}

main().catch((error: unknown) => {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
