import { Client, DatabaseError } from 'pg';
import { logError } from '@/lib/log';
import { HOLDS_MIGRATOR_LOCK } from '@/prisma/migrate/lock-key';

const TIMEOUT_MS = 2_000;
/** Longer, so that a slow database can report the timeout itself, and does not count as unreachable. */
const ANSWER_TIMEOUT_MS = 3_000;
/** Three runs of a cron job that runs every five minutes, the longest interval that we support. */
const MAIL_IS_LATE_AFTER_SECONDS = 900;

interface Health {
  isHealthy: boolean;
  /** `timeout`: a query took too long, often because of a lock. `error`: a query failed. */
  database: 'ok' | 'timeout' | 'error' | 'unreachable';
  /**
   * `pending`: a migration of this build is not applied. `running`: a migrator is at work. `failed`: a
   * migration was begun and never finished.
   */
  migrations: 'ok' | 'pending' | 'running' | 'failed' | 'unknown';
  /** How long the oldest pending email has been due; null if none is due. */
  oldest_due_mail_seconds: number | null;
}

/** What was found out before an error, if any. */
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
  /** Whether a migrator is running, for this or another migration. */
  isMigrating: boolean;
}

/** Queries the database over a separate connection, so that a busy pool is not reported as an outage. */
export async function checkHealth(databaseUrl: string): Promise<Health> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
  });
  client.on('error', (error) => logError('health', error));
  let known = NOTHING_KNOWN;
  try {
    await client.connect();
    await client.query(BEGIN);
    const recorded = await readMigrations(client);
    known = { ...known, migrations: judgeMigrations(recorded) };
    if (hasMigrationsOfThisBuild(recorded)) known = await checkMail(client, known);
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
  if (hasMigrationsOfThisBuild(recorded)) return 'ok';
  return isMigrating ? 'running' : 'pending';
}

/** The database may have more: a newer build is being deployed. */
function hasMigrationsOfThisBuild(recorded: readonly Migration[]): boolean {
  const applied = new Set(recorded.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  // Written into the build by next.config.mjs, because a deployed server has no prisma/migrations.
  const expected = (process.env.MIGRATIONS_OF_THIS_BUILD ?? '').split(',');
  return expected.every((name) => applied.has(name));
}

async function checkMail(client: Client, known: Known): Promise<Known> {
  const { rows } = await client.query<{ seconds: number | null }>(OLDEST_DUE_MAIL);
  const seconds = rows[0]?.seconds ?? null;
  const isOnTime = (seconds ?? 0) <= MAIL_IS_LATE_AFTER_SECONDS;
  const isHealthy = isOnTime && known.migrations !== 'failed';
  return { ...known, isHealthy, oldest_due_mail_seconds: seconds };
}

/** statement_timeout and lock_timeout. */
const TIMEOUTS = ['57014', '55P03'];

/** A database that reports an error is reachable. */
function judgeError(error: unknown): Health['database'] {
  if (!(error instanceof DatabaseError)) return 'unreachable';
  return TIMEOUTS.includes(error.code ?? '') ? 'timeout' : 'error';
}
