import { Client, DatabaseError } from 'pg';
import { logError } from '@/lib/log';
import { HOLDS_MIGRATOR_LOCK } from '@/prisma/migrate/lock-key';

const TIMEOUT_MS = 2_000;
/** Longer, so that a database that is only slow can say so. */
const SILENCE_MS = 3_000;
/** Three runs of a clock that calls every five minutes. */
const MAIL_IS_LATE_AFTER_SECONDS = 900;

interface Health {
  isHealthy: boolean;
  /** `timeout`: a query took too long, often because of a lock. `error`: a query failed. */
  database: 'ok' | 'timeout' | 'error' | 'unreachable';
  /**
   * `pending`: one of this build's is missing. `running`: a migrator is at work. `failed`: one was begun
   * and never finished.
   */
  migrations: 'ok' | 'pending' | 'running' | 'failed' | 'unknown';
  /** How long the mail that has waited longest has been due; null when none waits. */
  oldest_due_mail_seconds: number | null;
}

type Known = Omit<Health, 'database'>;

const NOTHING_KNOWN: Known = {
  isHealthy: false,
  migrations: 'unknown',
  oldest_due_mail_seconds: null,
};

// Local to the transaction, because PgBouncer shares the connection.
const BEGIN = `BEGIN READ ONLY; SET LOCAL statement_timeout = ${TIMEOUT_MS}`;
const MIGRATIONS = `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished",
    EXISTS (SELECT FROM pg_locks WHERE ${HOLDS_MIGRATOR_LOCK}) AS "isMigrating"
  FROM _prisma_migrations WHERE rolled_back_at IS NULL`;
const OLDEST_DUE_MAIL = `SELECT extract(epoch FROM database_now() - min(due_at))::integer AS seconds
  FROM notifications WHERE status = 'pending' AND due_at <= database_now()`;

interface Migration {
  name: string;
  isFinished: boolean;
  /** Whether a migrator is at work, on this migration or another. */
  isMigrating: boolean;
}

/** Asks the database over a connection of its own, so that a busy pool is not reported as an outage. */
export async function checkHealth(databaseUrl: string): Promise<Health> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: SILENCE_MS,
  });
  client.on('error', (error) => logError('health', error));
  let known = NOTHING_KNOWN;
  try {
    await client.connect();
    await client.query(BEGIN);
    const recorded = await readMigrations(client);
    known = { ...known, migrations: judgeMigrations(recorded) };
    if (hasAllOfThisBuild(recorded)) known = await addMail(client, known);
    await client.query('COMMIT');
    return { ...known, database: 'ok' };
  } catch (error) {
    logError('health', error);
    return { ...known, isHealthy: false, database: judgeError(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readMigrations(client: Client): Promise<Migration[]> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') AS id`);
  if (table.rows[0]?.id === null) return [];
  return (await client.query<Migration>(MIGRATIONS)).rows;
}

function judgeMigrations(recorded: readonly Migration[]): Health['migrations'] {
  const isMigrating = recorded.some((migration) => migration.isMigrating);
  if (recorded.some(({ isFinished }) => !isFinished)) return isMigrating ? 'running' : 'failed';
  if (hasAllOfThisBuild(recorded)) return 'ok';
  return isMigrating ? 'running' : 'pending';
}

/** A database that is ahead of this build is fine: a newer build is being deployed. */
function hasAllOfThisBuild(recorded: readonly Migration[]): boolean {
  const applied = new Set(recorded.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  // Written into the build by next.config.mjs, because a deployed server has no prisma/migrations.
  const expected = (process.env.MIGRATIONS_OF_THIS_BUILD ?? '').split(',');
  return expected.every((name) => applied.has(name));
}

async function addMail(client: Client, known: Known): Promise<Known> {
  const { rows } = await client.query<{ seconds: number | null }>(OLDEST_DUE_MAIL);
  const seconds = rows[0]?.seconds ?? null;
  const isOnTime = (seconds ?? 0) <= MAIL_IS_LATE_AFTER_SECONDS;
  const isHealthy = isOnTime && known.migrations !== 'failed';
  return { ...known, isHealthy, oldest_due_mail_seconds: seconds };
}

/** statement_timeout and lock_timeout. */
const TIMEOUTS = ['57014', '55P03'];

/** What the database itself reports is no outage. */
function judgeError(error: unknown): Health['database'] {
  if (!(error instanceof DatabaseError)) return 'unreachable';
  return TIMEOUTS.includes(error.code ?? '') ? 'timeout' : 'error';
}
