import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { findPostgresOwner, type PostgresOwner } from './postgres-owner';
import { findPostgresPrograms, type PostgresPrograms, readMajorVersion } from './postgres-programs';
import { runProgram } from './run';

const USER = 'peerloop';
const FIRST_WITH_BUILTIN_LOCALE = 17;
const START_TIMEOUT_SECONDS = 60;
const LOG_LINES_SHOWN = 15;

/** A PostgreSQL of our own: its files, its programs and whom they run as. */
export interface Cluster {
  directory: string;
  owner: PostgresOwner;
  programs: PostgresPrograms;
}

export function openCluster(directory: string): Cluster {
  const owner = findPostgresOwner(directory);
  return { directory, owner, programs: findPostgresPrograms(owner) };
}

export function isInitialised(cluster: Cluster): boolean {
  return existsSync(dataDirectory(cluster));
}

/** Makes an empty cluster. One that was interrupted leaves nothing that looks finished. */
export async function initialiseCluster(cluster: Cluster, signal?: AbortSignal): Promise<void> {
  const unfinished = `${dataDirectory(cluster)}.unfinished`;
  const passwordFile = join(cluster.directory, 'password');
  mkdirSync(cluster.directory, { recursive: true, mode: 0o700 });
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile, randomBytes(16).toString('hex'), { mode: 0o600 });
  for (const path of [cluster.directory, passwordFile]) giveToOwner(path, cluster.owner);
  const flags = [
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeFlags(readMajorVersion(cluster.programs)),
    '--no-sync',
  ];
  await runProgram(cluster.programs.initdb, flags, inCluster(cluster, signal));
  renameSync(unfinished, dataDirectory(cluster));
}

/** Text sorts by code point and `lower` knows every letter, the same on every machine. */
function localeFlags(majorVersion: number): string[] {
  if (majorVersion < FIRST_WITH_BUILTIN_LOCALE) return ['--locale=C.UTF-8'];
  return ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
}

/** Starts the server on a port of loopback and resolves when it answers. */
export async function startCluster(
  cluster: Cluster,
  port: number,
  { signal, settings }: { signal?: AbortSignal; settings?: Record<string, string> } = {},
): Promise<void> {
  signal?.throwIfAborted();
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const server = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(cluster.directory, 'server.log');
  const wait = ['-w', '-t', `${START_TIMEOUT_SECONDS}`];
  const flags = ['start', '-D', dataDirectory(cluster), '-l', log, ...wait];
  try {
    const options = ['-o', `-p ${port} ${server.join(' ')}`];
    await runProgram(cluster.programs.pgCtl, [...flags, ...options], inCluster(cluster));
  } catch (error) {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    const tail = lines.slice(-LOG_LINES_SHOWN).join('\n');
    throw new Error(`PostgreSQL did not start. The end of ${log}:\n${tail}`, { cause: error });
  }
}

/** Stops the server, whoever started it; connections are cut, nothing committed is lost. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const flags = ['stop', '-D', dataDirectory(cluster), '-m', 'fast', '-w'];
  await runProgram(cluster.programs.pgCtl, flags, inCluster(cluster));
}

export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  const password = readFileSync(join(cluster.directory, 'password'), 'utf8');
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

export function dataDirectory(cluster: Cluster): string {
  return join(cluster.directory, 'data');
}

function inCluster({ directory, owner }: Cluster, signal?: AbortSignal) {
  return { ...owner, cwd: directory, ...(signal ? { signal } : {}) };
}

function giveToOwner(path: string, { uid, gid }: PostgresOwner): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
