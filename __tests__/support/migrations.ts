import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { MigratorTask } from './migrator-process';
import { createEmptyDatabase, currentServer } from './test-databases';

const SCRIPT = '__tests__/support/migrator-process.ts';
const LOCKFILE = 'provider = "postgresql"\n';
const POLL_MS = 20;

type Row = Record<string, unknown>;

/** A running migrator. */
export interface Migrator {
  kill(): Promise<void>;
  /** What it has printed so far. */
  printed(): string;
  /** Resolves when it has ended by itself. */
  ended(): Promise<{ code: number | null; printed: string }>;
}

/** An empty database and a folder of migrations, for one test. */
export interface MigrationScene {
  write(name: string, script: string): void;
  start(options?: MigratorTask['options'], task?: Partial<MigratorTask>): Migrator;
  /** A new connection, with its name in pg_stat_activity. */
  connect(applicationName?: string): Promise<Client>;
  query<Result extends Row = Row>(sql: string): Promise<Result[]>;
  /** Resolves when a condition on the database holds. */
  until(condition: string): Promise<void>;
}

/** One scene per test of the file. Whatever a test leaves running ends with it. */
export function openMigrationScenes(): { current(): MigrationScene } {
  let scene: MigrationScene | undefined;
  let cleanUps: (() => unknown)[] = [];
  beforeEach(async () => {
    cleanUps = [];
    scene = await openScene((cleanUp) => cleanUps.unshift(cleanUp));
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });
  return {
    current: () => {
      if (!scene) throw new Error('A scene is only there inside a test.');
      return scene;
    },
  };
}

async function openScene(onEnd: (cleanUp: () => unknown) => void): Promise<MigrationScene> {
  const url = await createEmptyDatabase(currentServer());
  const directory = mkdtempSync(join(tmpdir(), 'peerloop-migrations-'));
  onEnd(() => rmSync(directory, { recursive: true }));
  writeFileSync(join(directory, 'migration_lock.toml'), LOCKFILE);
  const connect = async (application = 'the test') => {
    const client = new Client({ connectionString: url, application_name: application });
    await client.connect();
    onEnd(() => client.end());
    return client;
  };
  const watcher = await connect();
  return {
    write(name, script) {
      mkdirSync(join(directory, name), { recursive: true });
      writeFileSync(join(directory, name, 'migration.sql'), script);
    },
    start(options = {}, task = {}) {
      const all = { command: 'migrate', ...task, options: { ...options, directory } } as const;
      const migrator = startMigrator(url, all);
      onEnd(migrator.kill);
      return migrator;
    },
    connect,
    query: async <Result extends Row>(sql: string) => (await watcher.query<Result>(sql)).rows,
    async until(condition) {
      const holds = async () => (await watcher.query(`SELECT WHERE ${condition}`)).rowCount === 1;
      while (!(await holds())) await sleep(POLL_MS);
    },
  };
}

function startMigrator(url: string, task: MigratorTask): Migrator {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT], {
    env: { ...process.env, DATABASE_URL: url, MIGRATOR: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return {
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    printed: () => printed,
    async ended() {
      await closed;
      return { code: child.exitCode, printed: printed.trim() };
    },
  };
}

/** A condition: the migrator's connection waits for a lock, in a statement that begins like this. */
export function isWaiting(beginning = ''): string {
  return `EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND application_name LIKE 'npm run db:%' AND wait_event_type = 'Lock'
    AND starts_with(query, '${beginning}'))`;
}

/** A condition: the server has noticed that its migrators are gone. */
export const NO_MIGRATOR_IS_CONNECTED = `NOT EXISTS (SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'npm run db:%')`;
