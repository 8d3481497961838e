import { loadEnvConfig } from '@next/env';
import { joinProjectPostgres } from './project-postgres';
import { urlForRole } from './roles';

const QUIET = { info: () => undefined, error: console.error };

/** The variables this script was started with, before .env files. Next reads those by itself. */
export const INITIAL_ENVIRONMENT = { ...process.env };

/** Adds the variables of the .env files to the process's own, which win. */
export function loadEnvFiles(): void {
  loadEnvConfig(process.cwd(), true, QUIET);
}

/** One database, as each of those who use it reach it. */
export interface DatabaseUrls {
  /** Migrates, seeds and empties. */
  owner: string;
  /** What the product runs as. */
  app: string;
  /** What Prisma Studio runs as. */
  ops: string;
  /** Whether it is the project's own, started for as long as this script runs. */
  isOwn: boolean;
}

/** The database that the environment names, or the project's own. */
export async function openDatabase(): Promise<DatabaseUrls> {
  const { DATABASE_URL: app, DIRECT_DATABASE_URL, OPS_DATABASE_URL } = process.env;
  if (!app) {
    const owner = await joinProjectPostgres();
    return { owner, app: urlForRole(owner, 'app'), ops: urlForRole(owner, 'ops'), isOwn: true };
  }
  const owner = DIRECT_DATABASE_URL || app;
  return { owner, app, ops: OPS_DATABASE_URL || owner, isOwn: false };
}
