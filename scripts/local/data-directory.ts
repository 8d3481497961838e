import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isRoot, openToEverybody, SHARED_DIRECTORY } from './postgres-owner';

/** The project's local data. Delete it to start over. */
export const DATA_DIRECTORY = resolve('.data');

/** A random value that stays the same until the data directory is deleted. */
export function keepSecret(name: string): string {
  const path = join(DATA_DIRECTORY, name);
  if (!existsSync(path)) {
    mkdirSync(DATA_DIRECTORY, { recursive: true });
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(path, 'utf8');
}

/** The folder of the project's database: `.data/postgres`, or where that link points. */
export function findClusterDirectory(): string {
  const directory = join(DATA_DIRECTORY, 'postgres');
  mkdirSync(DATA_DIRECTORY, { recursive: true });
  if (existsSync(directory)) return realpathSync(directory);
  if (!isRoot()) return directory;

  const hash = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  const elsewhere = join(SHARED_DIRECTORY, `${basename(process.cwd())}-${hash}`);
  console.log(`Keeping the database in ${elsewhere}, because PostgreSQL refuses to run as root …`);
  rmSync(elsewhere, { recursive: true, force: true });
  openToEverybody(SHARED_DIRECTORY);
  mkdirSync(elsewhere, { mode: 0o700 });
  rmSync(directory, { force: true });
  symlinkSync(elsewhere, directory);
  return elsewhere;
}
