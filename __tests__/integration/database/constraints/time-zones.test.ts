import packaged from 'moment-timezone/data/packed/latest.json';
import { createUser } from '@/__tests__/support/factories';
import { inTransaction } from '@/__tests__/support/guards/prove-guards';
import { sql } from '@/__tests__/support/plain-sql';

// A zone of a row is one that the application, this server and every reader's browser can compute. What is
// no zone is refused by foreign keys: see references-of-people.ts.

async function namesOf(query: string): Promise<string[]> {
  return (await sql<{ name: string }>(query)).map(({ name }) => name);
}

const KNOWN = 'SELECT name FROM time_zones';
const OF_SERVER = 'SELECT name FROM pg_timezone_names';

const PACKAGED = [
  ...packaged.zones.map((zone) => zone.split('|')[0] ?? ''),
  ...packaged.links.flatMap((link) => link.split('|')),
];

function canBeShown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

test('time_zones has the zones that both the packaged data and this server know, and no other', async () => {
  const ofServer = new Set(await namesOf(OF_SERVER));
  const inBoth = new Set(PACKAGED.filter((name) => ofServer.has(name)));
  expect(inBoth.size).toBeGreaterThan(400);
  expect((await namesOf(KNOWN)).sort()).toEqual([...inBoth].sort());
});

test('this server knows every zone in the database', async () => {
  expect(await namesOf(`${KNOWN} EXCEPT ${OF_SERVER}`)).toEqual([]);
});

test('this server knows other zones, which the database leaves out', async () => {
  const others = await namesOf(`${OF_SERVER} EXCEPT ${KNOWN}`);
  expect(others.filter((name) => PACKAGED.includes(name))).toEqual([]);
});

test('this server can compute every zone', async () => {
  const [offsets] = await sql<{ count: number }>(
    `SELECT count(timestamptz '2026-03-05T15:00Z' AT TIME ZONE name)::int AS count FROM time_zones`,
  );
  expect(offsets?.count).toBe((await namesOf(KNOWN)).length);
});

test('every zone can be shown', async () => {
  expect((await namesOf(KNOWN)).filter((name) => !canBeShown(name))).toEqual([]);
});

test('every zone that a browser offers can be stored', async () => {
  expect(await namesOf(KNOWN)).toEqual(expect.arrayContaining(Intl.supportedValuesOf('timeZone')));
});

test('a user may have no time zone yet, but availability needs one', async () => {
  const columns = await sql(
    `SELECT table_name, is_nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'timezone'
       AND table_name IN ('users', 'availability') ORDER BY table_name`,
  );
  expect(columns).toEqual([
    { table_name: 'availability', is_nullable: 'NO' },
    { table_name: 'users', is_nullable: 'YES' },
  ]);
});

test('renaming a person and moving hours look up no zone', async () => {
  const { id } = await createUser({ timezone: 'Europe/Berlin' });
  await sql(
    `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
     VALUES ($1, 'monday', '09:00', '12:00', 'Europe/Berlin')`,
    id,
  );
  await inTransaction(async (run) => {
    // With no zone left, a lookup fails.
    await run(`SET LOCAL session_replication_role = replica; DELETE FROM time_zones;
      SET LOCAL session_replication_role = origin`);
    await run(`UPDATE users SET name = 'Theodora Teacher'`);
    await run(`UPDATE availability SET end_time = '13:00'`);
    await expect(run(`UPDATE users SET timezone = 'Europe/Paris'`)).rejects.toMatchObject({
      constraint: 'users_timezone_fkey',
    });
  });
});

test('nothing in the database reads pg_timezone_names, which is slow', async () => {
  const readers = await namesOf(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosrc ~* 'pg_timezone_names'
     UNION ALL
     SELECT conname FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace
       AND pg_get_constraintdef(oid) ~* 'time_?zone'`,
  );
  expect(readers).toEqual([]);
});
