import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { findClusterDirectory } from './data-directory';
import { ending, onEnd } from './lifecycle';
import { findFreePort } from './ports';
import {
  type Cluster,
  clusterUrl,
  dataDirectory,
  initialiseCluster,
  isInitialised,
  openCluster,
  startCluster,
  stopCluster,
} from './postgres-cluster';
import { enterUser, leaveUser } from './postgres-users';
import { isRunning } from './processes';

const PREFERRED_PORT = 54_329;
const DATABASE = 'peerloop';

interface Postmaster {
  pid: number;
  port: number;
}

/**
 * Starts the project's own PostgreSQL, or joins the one that runs already, until this script ends;
 * the last script that uses it stops it. Returns the address of the project's database.
 */
export async function joinProjectPostgres(): Promise<string> {
  const cluster = openCluster(findClusterDirectory());
  enterUser();
  onEnd(() => stopUnlessUsed(cluster));
  const port = (await findAnsweringPort(cluster)) ?? (await start(cluster));
  await createDatabase(clusterUrl(cluster, port, 'postgres'));
  return clusterUrl(cluster, port, DATABASE);
}

async function start(cluster: Cluster): Promise<number> {
  if (!isInitialised(cluster)) {
    console.log('Creating a PostgreSQL database in .data …');
    await initialiseCluster(cluster, ending);
  }
  await clearStaleStart(cluster);
  const port = await findFreePort(PREFERRED_PORT);
  console.log(`Starting PostgreSQL on port ${port} …`);
  await startCluster(cluster, port, { signal: ending });
  return port;
}

/** A server that neither answers nor is gone is starting or stopping without us; a file without a server is left over. */
async function clearStaleStart(cluster: Cluster): Promise<void> {
  const postmaster = readPostmaster(cluster);
  if (!postmaster) return;
  if (isRunning(postmaster.pid, dataDirectory(cluster))) await stopCluster(cluster);
  else rmSync(postmasterFile(cluster), { force: true });
}

async function stopUnlessUsed(cluster: Cluster): Promise<void> {
  const { isLast } = leaveUser();
  if (isLast && readPostmaster(cluster)) await stopCluster(cluster);
}

async function findAnsweringPort(cluster: Cluster): Promise<number | undefined> {
  const postmaster = readPostmaster(cluster);
  if (!postmaster || !isRunning(postmaster.pid, dataDirectory(cluster))) return undefined;
  const client = new Client({ connectionString: clusterUrl(cluster, postmaster.port, 'postgres') });
  try {
    await client.connect();
    await client.end();
    return postmaster.port;
  } catch {
    return undefined;
  }
}

/** What the server has written about itself: its process id on line 1, its port on line 4. */
function readPostmaster(cluster: Cluster): Postmaster | undefined {
  if (!existsSync(postmasterFile(cluster))) return undefined;
  const lines = readFileSync(postmasterFile(cluster), 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

function postmasterFile(cluster: Cluster): string {
  return join(dataDirectory(cluster), 'postmaster.pid');
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
