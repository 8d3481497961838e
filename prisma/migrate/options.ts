import { join } from 'node:path';

export interface MigrateOptions {
  /** The folder of the migrations. */
  directory: string;
  /** How long a migration waits for one lock. All that comes after it to the same table waits as long. */
  lockTimeoutMs: number;
  /** How often a migration is tried that does not get its locks. */
  tries: number;
  /** The pause after the first try. It doubles with every further one, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** How long to wait for another migrator to end. */
  migratorWaitMs: number;
  /** Tells the operator what happens. */
  say(line: string): void;
}

/** Ten tries of three seconds with these pauses take two minutes: most reports are over by then. */
const DEFAULTS: MigrateOptions = {
  directory: join(process.cwd(), 'prisma/migrations'),
  lockTimeoutMs: 3_000,
  tries: 10,
  firstPauseMs: 1_000,
  longestPauseMs: 15_000,
  migratorWaitMs: 60_000,
  say: (line) => console.log(line),
};

export function completeOptions(given: Partial<MigrateOptions>): MigrateOptions {
  return { ...DEFAULTS, ...given };
}
