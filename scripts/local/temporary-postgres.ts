import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './ports';
import {
  type Cluster,
  clusterUrl,
  initialiseCluster,
  openCluster,
  startCluster,
} from './postgres-cluster';
import { canReach, findPostgresOwner } from './postgres-owner';

// A database that lives as long as a test run need not survive a power cut.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

export interface TemporaryPostgres {
  /** The address of a database of this server. */
  urlOf(database: string): string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL that ends with this process, however the process ends. */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  const owner = findPostgresOwner();
  const parent = canReach(tmpdir(), owner) ? tmpdir() : '/tmp';
  const cluster = openCluster(mkdtempSync(join(parent, 'peerloop-postgres-')), owner);
  const guard = startGuard(cluster);
  try {
    await initialiseCluster(cluster);
    const port = await findFreePort();
    await startCluster(cluster, port, { settings: SETTINGS });
    return { urlOf: (database) => clusterUrl(cluster, port, database), stop: () => dismiss(guard) };
  } catch (error) {
    await dismiss(guard);
    throw error;
  }
}

/** A shell that waits for this process to end or let go, and then clears up: it outlives even a SIGKILL. */
function startGuard({ directory, owner, programs }: Cluster): ChildProcess {
  const clearUp = 'cat >/dev/null; "$1" stop -D "$2/data" -m immediate -s; rm -rf "$2"';
  const guard = spawn('/bin/sh', ['-c', clearUp, 'sh', programs.pgCtl, directory], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}

async function dismiss(guard: ChildProcess): Promise<void> {
  const ended = once(guard, 'exit');
  guard.stdin?.end();
  await ended;
}
