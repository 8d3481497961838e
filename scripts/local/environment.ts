import { loadEnvConfig } from '@next/env';
import { joinProjectPostgres } from './project-postgres';

const QUIET = { info: () => undefined, error: console.error };

/** The variables this script was started with, before .env files. Next reads those by itself. */
export const INITIAL_ENVIRONMENT = { ...process.env };

/** Adds the variables of the .env files to the process's own, which win. */
export function loadEnvFiles(): void {
  loadEnvConfig(process.cwd(), true, QUIET);
}

/** The database of DATABASE_URL, or the project's own, started for as long as this script runs. */
export async function openDatabase(): Promise<string> {
  return process.env.DATABASE_URL || joinProjectPostgres();
}
