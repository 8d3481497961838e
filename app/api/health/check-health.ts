import { Client } from 'pg';
import { logError } from '@/lib/log';

const TIMEOUT_MS = 2_000;
/** Three runs of a clock that calls every five minutes. */
const MAIL_IS_LATE_AFTER_SECONDS = 900;

interface Health {
  isHealthy: boolean;
  database: 'ok' | 'unreachable';
  /** `pending`: one of this build's is missing. `failed`: one was begun and never finished. */
  migrations: 'ok' | 'pending' | 'failed' | 'unknown';
  /** How long the mail that has waited longest has been due; null when none waits. */
  oldest_due_mail_seconds: number | null;
}

const UNREACHABLE: Health = {
  isHealthy: false,
  database: 'unreachable',
  migrations: 'unknown',
  oldest_due_mail_seconds: null,
};

interface Migration {
  name: string;
  isFinished: boolean;
}

const MIGRATIONS = `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished"
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
const OLDEST_DUE_MAIL = `SELECT extract(epoch FROM database_now() - min(due_at))::integer AS seconds
  FROM notifications WHERE status = 'pending' AND due_at <= database_now()`;

/** Asks the database over a connection of its own, so that a busy pool is not reported as an outage. */
export async function checkHealth(databaseUrl: string): Promise<Health> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  client.on('error', (error) => logError('health', error));
  try {
    await client.connect();
    return { database: 'ok', ...(await examine(client)) };
  } catch (error) {
    logError('health', error);
    return UNREACHABLE;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function examine(client: Client): Promise<Omit<Health, 'database'>> {
  const migrations = judgeMigrations(await readMigrations(client));
  if (migrations !== 'ok') return { isHealthy: false, migrations, oldest_due_mail_seconds: null };
  const { rows } = await client.query<{ seconds: number | null }>(OLDEST_DUE_MAIL);
  const seconds = rows[0]?.seconds ?? null;
  const isHealthy = (seconds ?? 0) <= MAIL_IS_LATE_AFTER_SECONDS;
  return { isHealthy, migrations, oldest_due_mail_seconds: seconds };
}

async function readMigrations(client: Client): Promise<Migration[]> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS id`);
  if (table.rows[0]?.id === null) return [];
  return (await client.query<Migration>(MIGRATIONS)).rows;
}

/** A database that is ahead of this build is fine: a newer build is being deployed. */
function judgeMigrations(recorded: readonly Migration[]): Health['migrations'] {
  if (recorded.some(({ isFinished }) => !isFinished)) return 'failed';
  const applied = new Set(recorded.map(({ name }) => name));
  // Written into the build by next.config.mjs, because a deployed server has no prisma/migrations.
  const expected = (process.env.MIGRATIONS_OF_THIS_BUILD ?? '').split(',');
  return expected.every((name) => applied.has(name)) ? 'ok' : 'pending';
}
