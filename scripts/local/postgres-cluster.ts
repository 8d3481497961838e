import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgresOwner, giveToOwner, type PostgresOwner } from './postgres-owner';
import { findPostgresPrograms } from './postgres-programs';
import { run } from './run';

const USER = 'peerloop';
const START_TIMEOUT_SECONDS = 60;
const LOG_LINES_SHOWN = 15;

/** A PostgreSQL of our own: its files, its programs, and the user they run as. */
export interface Cluster {
  directory: string;
  data: string;
  owner: PostgresOwner;
  bin: string;
}

export async function openCluster(directory: string): Promise<Cluster> {
  const owner = findPostgresOwner(directory);
  return { directory, data: join(directory, 'data'), owner, bin: await findPostgresPrograms() };
}

/** Creates an empty cluster. If interrupted, it leaves nothing that looks complete. */
export async function initialiseCluster(cluster: Cluster, cancelSignal?: AbortSignal) {
  const { directory, data, owner } = cluster;
  const unfinished = `${data}.unfinished`;
  const passwordFile = join(directory, 'password');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(16).toString('hex'), { mode: 0o600 });
  for (const path of [directory, passwordFile]) giveToOwner(path, owner);
  const flags = [
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeFlags(),
    '--no-sync',
  ];
  await runIn(cluster, 'initdb', flags, cancelSignal && { cancelSignal });
  renameSync(unfinished, data);
}

/** Text sorts by code point and `lower` handles all letters, the same on every machine. */
function localeFlags(): string[] {
  // The built-in provider is new in PostgreSQL 17; the programs from npm are newer, Debian's may be older.
  if (process.env.POSTGRES_BIN) return ['--locale=C.UTF-8'];
  return ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

/** Starts the server on a loopback port and resolves when it answers. */
export async function startCluster(
  cluster: Cluster,
  port: number,
  settings: Record<string, string> = {},
): Promise<void> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(cluster.directory, 'server.log');
  const wait = ['-w', '-t', `${START_TIMEOUT_SECONDS}`];
  const flags = ['start', '-D', cluster.data, '-l', log, ...wait];
  try {
    await runIn(cluster, 'pg_ctl', [...flags, '-o', `-p ${port} ${options.join(' ')}`]);
  } catch (error) {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    const tail = lines.slice(-LOG_LINES_SHOWN).join('\n');
    throw new Error(`PostgreSQL did not start. The end of ${log}:\n${tail}`, { cause: error });
  }
}

/** Stops the server, whichever script started it. No committed data is lost. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  await runIn(cluster, 'pg_ctl', ['stop', '-D', cluster.data, '-m', 'fast', '-w']);
}

/** Detached, so that Ctrl-C in a terminal reaches this script alone. */
async function runIn(
  { bin, directory, owner }: Cluster,
  program: 'initdb' | 'pg_ctl',
  flags: string[],
  options: { cancelSignal?: AbortSignal } = {},
): Promise<void> {
  await run(join(bin, program), flags, {
    ...owner,
    ...options,
    cwd: directory,
    detached: true,
    stdin: 'ignore',
  });
}

export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  const password = readFileSync(join(cluster.directory, 'password'), 'utf8');
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}
