import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DATA_DIRECTORY } from './data-directory';
import { isRunning } from './processes';

const DIRECTORY = join(DATA_DIRECTORY, 'postgres-users');
const OWN_NOTE = join(DIRECTORY, `${process.pid}`);

/** Notes that this script uses the project's PostgreSQL, so that no other script stops it meanwhile. */
export function enterUser(): void {
  mkdirSync(DIRECTORY, { recursive: true });
  writeFileSync(OWN_NOTE, relative(process.cwd(), process.argv[1] ?? ''));
}

/** Takes the note back and says whether another script still uses the server. */
export function leaveUser(): { isLast: boolean } {
  rmSync(OWN_NOTE, { force: true });
  const others = readdirSync(DIRECTORY).filter((pid) => {
    const note = join(DIRECTORY, pid);
    const isAlive = isRunning(Number(pid), readFileSync(note, 'utf8'));
    if (!isAlive) rmSync(note, { force: true });
    return isAlive;
  });
  return { isLast: others.length === 0 };
}
