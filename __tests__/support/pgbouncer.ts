import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startGuard } from '@/scripts/local/guard';
import { findPostgresOwner, giveToOwner, isRoot } from '@/scripts/local/postgres-owner';
import { findFreePort } from './free-port';

const POLL_MS = 20;
const PATIENCE_MS = 10_000;
// Debian installs it in /usr/sbin, which only root has in PATH.
const PATH = `${process.env.PATH}:/usr/sbin`;
const CLEAR_UP = 'kill -s KILL -- "$1"; rm -rf -- "$2"';

export interface PgBouncer {
  /** The address of the same database, by way of PgBouncer. */
  url: string;
  /** Ends it at once, with its connections, and removes its files. */
  stop(): Promise<void>;
}

export function isPgBouncerInstalled(): boolean {
  return spawnSync('pgbouncer', ['--version'], { env: { ...process.env, PATH } }).status === 0;
}

/**
 * Starts a PgBouncer in transaction mode before the database of `databaseUrl`, for the role that the
 * address names, and resolves when it answers. It ends with this process, however the process ends.
 */
export async function startPgBouncer(
  databaseUrl: string,
  { serverConnections }: { serverConnections: number },
): Promise<PgBouncer> {
  const owner = findPostgresOwner();
  const parent = isRoot() ? '/tmp' : tmpdir();
  const directory = mkdtempSync(join(parent, 'peerloop-pgbouncer-'));
  const port = await findFreePort();
  const files = composeFiles(new URL(databaseUrl), { directory, port, serverConnections });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(directory, name), text, { mode: 0o600 });
    giveToOwner(join(directory, name), owner);
  }
  giveToOwner(directory, owner);

  const options = { ...owner, cwd: directory, detached: true, stdio: 'ignore' as const };
  const child = spawn('pgbouncer', ['pgbouncer.ini'], {
    ...options,
    env: { ...process.env, PATH },
  });
  await once(child, 'spawn');
  const guard = startGuard(CLEAR_UP, [`${child.pid}`, directory], owner);
  const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: `${port}` }).href;
  try {
    await waitForAnswer(url, () => child.exitCode === null);
  } catch (error) {
    const log = join(directory, 'pgbouncer.log');
    const printed = existsSync(log) ? readFileSync(log, 'utf8').trim() : '';
    await guard.dismiss();
    throw new Error(`PgBouncer did not start.\n${printed}`, { cause: error });
  }
  child.unref();
  return { url, stop: guard.dismiss };
}

interface Settings {
  directory: string;
  port: number;
  serverConnections: number;
}

function composeFiles(database: URL, { directory, port, serverConnections }: Settings) {
  const [user, password] = [database.username, database.password].map(decodeURIComponent);
  return {
    'pgbouncer.ini': `
[databases]
* = host=${database.hostname} port=${database.port || 5432}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
logfile = ${join(directory, 'pgbouncer.log')}
auth_type = scram-sha-256
auth_file = ${join(directory, 'userlist.txt')}
pool_mode = transaction
default_pool_size = ${serverConnections}
max_client_conn = 200
`,
    'userlist.txt': `"${user}" "${password}"\n`,
  };
}

async function waitForAnswer(url: string, isRunning: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('SELECT');
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isRunning() || performance.now() > deadline) throw error;
      await sleep(POLL_MS);
    }
  }
}
