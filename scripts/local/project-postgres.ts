import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import { Client } from 'pg';
import { findClusterDirectory } from './data-directory';
import { ending, onEnd } from './lifecycle';
import {
  type Cluster,
  clusterUrl,
  initialiseCluster,
  openCluster,
  startCluster,
  stopCluster,
} from './postgres-cluster';
import { run } from './run';

const PREFERRED_PORT = 54_329;
const DATABASE = 'peerloop';
const NAME = 'peerloop script';

/**
 * Starts the project's own PostgreSQL, or joins the one that is running, until this script ends. Every script
 * keeps a connection, and the last one to end stops the server. Returns the URL of the database.
 */
export async function joinProjectPostgres(): Promise<string> {
  const cluster = await openCluster(findClusterDirectory());
  const joining = joinOrStart(cluster);
  onEnd(() => leave(cluster, joining));
  const client = await joining;
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  return clusterUrl(cluster, client.port, DATABASE);
}

async function joinOrStart(cluster: Cluster): Promise<Client> {
  const running = await connect(cluster).catch(() => undefined);
  if (running) return running;
  if (!existsSync(cluster.data)) {
    console.log('Creating a PostgreSQL database in .data …');
    await initialiseCluster(cluster, ending);
  }
  await removeStaleLock(cluster);
  ending.throwIfAborted();
  const port = await getPort({ port: PREFERRED_PORT });
  console.log(`Starting PostgreSQL on port ${port} …`);
  await startCluster(cluster, port);
  return connect(cluster);
}

/** Connects to the server that has written its port on line 4 of its lock file. */
async function connect(cluster: Cluster): Promise<Client> {
  const port = Number(readFileSync(lockFile(cluster), 'utf8').split('\n')[3]);
  const connectionString = clusterUrl(cluster, port, 'postgres');
  const client = new Client({ connectionString, application_name: NAME });
  // Another script, or `pg_ctl stop`, may stop the server first.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function leave(cluster: Cluster, joining: Promise<Client>): Promise<void> {
  const client = await joining.catch(() => undefined);
  const others = client ? await countOthers(client).catch(() => 0) : 0;
  await client?.end();
  if (others === 0 && existsSync(lockFile(cluster))) await stopCluster(cluster);
}

async function countOthers(client: Client): Promise<number> {
  await client.query(`SET application_name = 'leaving'`);
  const { rows } = await client.query('SELECT FROM pg_stat_activity WHERE application_name = $1', [
    NAME,
  ]);
  return rows.length;
}

/**
 * A server that was killed leaves its lock file, and PostgreSQL does not start while another process has the
 * id in it, for example in a restarted container.
 */
async function removeStaleLock(cluster: Cluster): Promise<void> {
  if (!existsSync(lockFile(cluster))) return;
  const [pid = ''] = readFileSync(lockFile(cluster), 'utf8').split('\n');
  if ((await commandLineOf(pid)).includes(cluster.data)) await stopCluster(cluster);
  else rmSync(lockFile(cluster), { force: true });
}

async function commandLineOf(pid: string): Promise<string> {
  const path = `/proc/${pid}/cmdline`;
  if (existsSync(path)) return readFileSync(path, 'utf8');
  // macOS has no /proc, and a small container has no ps.
  const { stdout } = await run('ps', ['-o', 'args=', '-p', pid], { reject: false });
  return stdout ?? '';
}

function lockFile({ data }: Cluster): string {
  return join(data, 'postmaster.pid');
}
