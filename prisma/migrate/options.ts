import { join } from 'node:path';

export interface MigrateOptions {
  /** The folder of the migrations. */
  directory: string;
  /** How long a migration waits for a lock. Later queries of the same table wait as long. */
  lockTimeoutMs: number;
  /** The maximum number of tries to get the locks. */
  tries: number;
  /** The pause after the first try. It doubles after each try, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** How long to wait for another migrator to end. */
  migratorWaitMs: number;
  /** Prints progress for the operator. */
  say(line: string): void;
}

/** Ten tries of three seconds with these pauses take two minutes, longer than most reports run. */
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
