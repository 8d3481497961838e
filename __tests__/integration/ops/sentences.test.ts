import { sql } from '@/__tests__/support/plain-sql';

// No constraint is added without a sentence for whoever runs into it.

const OF_PEOPLE = `conrelid NOT IN ('analytics_events'::regclass, 'calendar_claims'::regclass, 'sign_in_links'::regclass)`;

test('every check that a hand edit can meet has a sentence', async () => {
  const checks = await sql<{ conname: string; sentence: string | null }>(
    `SELECT conname, obj_description(oid, 'pg_constraint') AS sentence FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND ${OF_PEOPLE}`,
  );
  expect(checks.length).toBeGreaterThan(25);
  expect(checks.filter(({ sentence }) => !sentence?.match(/^[A-Za-z].+\.$/))).toEqual([]);
});

test('every table with such a check has the trigger that says it', async () => {
  const silent = await sql(
    `SELECT DISTINCT conrelid::regclass::text FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND ${OF_PEOPLE} AND NOT EXISTS (
       SELECT FROM pg_trigger WHERE tgrelid = conrelid AND tgfoid = 'explain_checks'::regproc)`,
  );
  expect(silent).toEqual([]);
});

test('every table and view says what it is', async () => {
  const silent = await sql(
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
       AND relname NOT IN ('_prisma_migrations', 'rate_limits', 'sign_in_links')
       AND obj_description(oid, 'pg_class') IS NULL`,
  );
  expect(silent).toEqual([]);
});
