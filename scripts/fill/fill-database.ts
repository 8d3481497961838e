import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import type { FillPlan } from './fill-plan';

const SQL = join(process.cwd(), 'scripts/fill/sql');
/** Enough to sort a million rows in memory. */
const WORK_MEMORY = '256MB';
const VACUUM_ATTEMPTS = 20;
const INSUFFICIENT_PRIVILEGE = '42501';

/** Called after each part with its name and duration. */
type Report = (part: string, milliseconds: number) => void;

/**
 * Fills an empty, migrated database in one transaction. No trigger runs, but the rows are as the triggers
 * would have written them by now.
 */
export async function fillDatabase(
  ownerUrl: string,
  plan: FillPlan,
  report: Report = () => undefined,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await refuseUsers(client);
    await skipTriggers(client);
    await client.query(`SET LOCAL work_mem = '${WORK_MEMORY}'`);
    await writePlan(client, plan);
    for (const file of readdirSync(SQL).sort()) {
      const script = readFileSync(join(SQL, file), 'utf8');
      const part = file.replace(/^\d+-|\.sql$/g, '').replaceAll('-', ' ');
      await timePart(part, () => client.query(script), report);
    }
    await timePart('commit', () => client.query('COMMIT'), report);
    await timePart('vacuum and analyze', () => vacuum(client), report);
  } finally {
    await client.end();
  }
}

async function refuseUsers(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM users LIMIT 1');
  if (rowCount === 0) return;
  throw new Error(
    'The database has users, so nothing was written. To delete all data first, add --empty.',
  );
}

async function skipTriggers(client: Client): Promise<void> {
  try {
    await client.query('SET LOCAL session_replication_role = replica');
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === INSUFFICIENT_PRIVILEGE)) throw error;
    throw new Error(
      'Only a superuser can skip triggers, so nothing was written. Connect as a superuser.',
      { cause: error },
    );
  }
}

async function writePlan(client: Client, plan: FillPlan): Promise<void> {
  const { sessions, courses, peoplePerCourse, teachers, teachersWhereCrowded } = plan;
  await client.query(
    `CREATE TEMPORARY TABLE fill ON COMMIT DROP AS
      SELECT ${sessions}::bigint AS sessions, ${courses} AS courses, ${peoplePerCourse} AS people_per_course,
        ${teachers} AS usual_teachers, ${teachersWhereCrowded} AS teachers_where_crowded, moment,
        date_trunc('day', moment, 'UTC') - interval '1095 days' AS begins_at,
        moment - interval '13 months' AS kept_from
      FROM (SELECT database_now() AS moment) AS now`,
  );
}

/**
 * Updates planner statistics and the visibility map. A concurrent reader such as autovacuum can keep pages
 * from being marked all-visible, which makes index-only scans look expensive, so this may run several times.
 */
async function vacuum(client: Client): Promise<void> {
  for (let attempt = 1; attempt <= VACUUM_ATTEMPTS; attempt += 1) {
    await client.query('VACUUM (ANALYZE)');
    const { rowCount } = await client.query(
      `SELECT FROM pg_class WHERE oid = 'sessions'::regclass AND relallvisible > relpages / 2`,
    );
    if (rowCount === 1) return;
  }
}

async function timePart(part: string, run: () => Promise<unknown>, report: Report): Promise<void> {
  const before = performance.now();
  await run();
  report(part, performance.now() - before);
}
