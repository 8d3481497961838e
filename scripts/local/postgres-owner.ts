import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Whom PostgreSQL's programs run as. Empty: as whoever runs this script. */
export interface PostgresOwner {
  uid?: number;
  gid?: number;
}

const SYSTEM_USER = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as whom its files belong to, and for new files
 * as the user `postgres`, who is made when missing.
 */
export function findPostgresOwner(files?: string): PostgresOwner {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = (files && statSync(files, { throwIfNoEntry: false })) || { uid: 0, gid: 0 };
  return uid ? { uid, gid } : (lookUpUser() ?? createUser());
}

function lookUpUser(): PostgresOwner | undefined {
  const ids = ['-u', '-g'].map((flag) =>
    spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' }),
  );
  const [uid, gid] = ids.map(({ status, stdout }) => (status === 0 ? Number(stdout) : undefined));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function createUser(): PostgresOwner {
  console.log(`Creating the system user ${SYSTEM_USER}, since PostgreSQL refuses to run as root …`);
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  try {
    execFileSync('useradd', [...flags, SYSTEM_USER], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    const advice = 'run this as an ordinary user, or set DATABASE_URL to a database of yours';
    throw new Error(`The user ${SYSTEM_USER} could not be created: ${advice}.`, { cause: error });
  }
  return lookUpUser() ?? {};
}

/** Whether the owner may run or enter this path. Root's own folders are closed to everybody else. */
export function canReach(path: string, owner: PostgresOwner): boolean {
  if (owner.uid === undefined) return true;
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...owner, cwd: '/' });
  return status === 0;
}
