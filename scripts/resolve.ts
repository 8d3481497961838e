import { parseArgs } from 'node:util';
import { resolveMigrations, type Verdict } from '@/prisma/resolver';
import { loadEnvFiles, openDatabase } from './local/environment';
import { runScript } from './local/lifecycle';

/**
 * Resolves failed or interrupted migrations. If the database cannot tell whether one was applied:
 * `npm run db:resolve -- --applied NAME`, or `-- --rolled-back NAME`.
 */
runScript(async () => {
  loadEnvFiles();
  const verdict = readVerdict();
  const { owner } = await openDatabase();
  await resolveMigrations(owner, verdict);
});

function readVerdict(): Verdict | undefined {
  const { applied, 'rolled-back': rolledBack } = readArguments();
  if (applied !== undefined && rolledBack !== undefined) {
    throw new Error('Pass either --applied or --rolled-back, not both.');
  }
  const name = applied ?? rolledBack;
  return name === undefined ? undefined : { name, wasApplied: applied !== undefined };
}

function readArguments() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ options: { applied: text, 'rolled-back': text } }).values;
  } catch (error) {
    const usage = 'Usage: npm run db:resolve [-- --applied NAME | -- --rolled-back NAME]';
    throw new Error(`${error instanceof Error ? error.message : error}. ${usage}`);
  }
}
