import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs';

/** The user that runs PostgreSQL's programs. Empty for the user who runs this script. */
export interface PostgresOwner {
  uid?: number;
  gid?: number;
}

/** Where root keeps PostgreSQL's programs and files, because other users cannot enter root's folders. */
export const SHARED_DIRECTORY = '/var/lib/peerloop';

const SYSTEM_USER = 'postgres';

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root. Root runs it as the owner of its files, and for new files as the user
 * `postgres`, which is created when missing.
 */
export function findPostgresOwner(files?: string): PostgresOwner {
  if (!isRoot()) return {};
  const owner = files && statSync(files, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUpUser() ?? createUser();
}

function lookUpUser(): PostgresOwner | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function createUser(): PostgresOwner {
  console.log(
    `Creating the system user ${SYSTEM_USER}, because PostgreSQL refuses to run as root …`,
  );
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', [...flags, SYSTEM_USER], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    const advice = 'Run this as an ordinary user, or set DATABASE_URL to a database of yours.';
    throw new Error(`The user ${SYSTEM_USER} could not be created. ${advice}`, { cause: error });
  }
  return lookUpUser() ?? {};
}

export function giveToOwner(path: string, { uid, gid }: PostgresOwner): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Creates a folder if necessary, and makes it readable by every user, whatever the umask. */
export function openToEverybody(directory: string): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o755);
}
