import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = '/usr/lib/postgresql';

/**
 * The folder with the programs of an installed Debian PostgreSQL: of the major version `preferred`, otherwise
 * of the newest. Undefined if none is installed.
 */
export function findDebianPostgres(preferred: number): string | undefined {
  const versions = existsSync(DIRECTORY) ? readdirSync(DIRECTORY).map(Number) : [];
  const newestFirst = versions
    .filter((version) => existsSync(join(DIRECTORY, `${version}`, 'bin/initdb')))
    .sort((a, b) => b - a);
  const chosen = newestFirst.includes(preferred) ? preferred : newestFirst[0];
  return chosen === undefined ? undefined : join(DIRECTORY, `${chosen}`, 'bin');
}
