import { loadEnvConfig } from '@next/env';
import { joinProjectPostgres } from './project-postgres';
import { urlForRole } from './roles';

const QUIET = { info: () => undefined, error: console.error };

/** The variables this script was started with, before .env files. Next reads those by itself. */
export const INITIAL_ENVIRONMENT = { ...process.env };

/** Adds the variables of the .env files; the process's own variables take precedence. */
export function loadEnvFiles(): void {
  loadEnvConfig(process.cwd(), true, QUIET);
}

/** The URLs of one database, by role. */
export interface DatabaseUrls {
  /** For migrations, the demo data and resets. */
  owner: string;
  /** For the application. */
  app: string;
  /** For Prisma Studio. */
  ops: string;
  /** Whether it is the project's own database, which runs while this script runs. */
  isOwn: boolean;
}

/** The database of DATABASE_URL, or the project's own. */
export async function openDatabase(): Promise<DatabaseUrls> {
  const { DATABASE_URL: app, DIRECT_DATABASE_URL, OPS_DATABASE_URL } = process.env;
  if (!app) {
    const owner = await joinProjectPostgres();
    return { owner, app: urlForRole(owner, 'app'), ops: urlForRole(owner, 'ops'), isOwn: true };
  }
  const owner = DIRECT_DATABASE_URL || app;
  return { owner, app, ops: OPS_DATABASE_URL || owner, isOwn: false };
}
