import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { startGuard } from './guard';
import { clusterUrl, initialiseCluster, openCluster, startCluster } from './postgres-cluster';
import { isRoot } from './postgres-owner';

// A database for one test run need not survive a power failure.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

const CLEAR_UP = '"$1" stop -D "$2/data" -m immediate -s; rm -rf "$2"';

export interface TemporaryPostgres {
  /** The address of a database of this server. */
  urlOf(database: string): string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL that ends with this process, however the process ends. */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  // Root may have a folder for temporary files that other users cannot enter.
  const parent = isRoot() ? '/tmp' : tmpdir();
  const cluster = await openCluster(mkdtempSync(join(parent, 'peerloop-postgres-')));
  const { directory, owner, bin } = cluster;
  const guard = startGuard(CLEAR_UP, [join(bin, 'pg_ctl'), directory], owner);
  try {
    await initialiseCluster(cluster);
    const port = await getPort();
    await startCluster(cluster, port, SETTINGS);
    return { urlOf: (database) => clusterUrl(cluster, port, database), stop: guard.dismiss };
  } catch (error) {
    await guard.dismiss();
    throw error;
  }
}
