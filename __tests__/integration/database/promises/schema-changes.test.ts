import { Client } from 'pg';
import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { ID } from '@/__tests__/support/guards/scene';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';
import { type Catalog, readCatalog } from '@/prisma/catalog';

// The schema is the owner's, and so are the server's files.

const CREATE = [
  'CREATE TABLE public.mine (id integer)',
  `CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
  'CREATE VIEW public.mine AS SELECT 1 AS one',
  'CREATE SEQUENCE public.mine',
  'CREATE TYPE public.mine AS (one integer)',
  'CREATE OPERATOR public.&&& (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)',
  'CREATE SCHEMA mine',
  'CREATE EXTENSION pgcrypto',
  'CREATE PUBLICATION mine FOR ALL TABLES',
  `CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE internal AS 'pg_backend_pid'`,
  'CREATE INDEX mine ON sessions (note)',
  'CREATE POLICY mine ON sessions USING (false)',
  'CREATE RULE mine AS ON UPDATE TO sessions DO INSTEAD NOTHING',
  `CREATE TRIGGER a_mine BEFORE INSERT ON sessions FOR EACH ROW
   EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  'CREATE TEMP TABLE mine (id uuid REFERENCES public.sessions (id) ON DELETE RESTRICT)',
  'CREATE TEMP TABLE mine () INHERITS (public.calendar_claims)',
];

const CHANGE = [
  'ALTER TABLE sessions DISABLE TRIGGER ALL',
  'ALTER TABLE sessions DISABLE TRIGGER sessions_7_claim_on_insert',
  'DROP TRIGGER sessions_7_claim_on_insert ON sessions',
  'ALTER TRIGGER sessions_7_claim_on_insert ON sessions RENAME TO mine',
  'ALTER TABLE calendar_claims DROP CONSTRAINT calendar_claims_no_person_in_two_places',
  'DROP INDEX sessions_idempotency_key',
  'ALTER TABLE sessions ALTER COLUMN price_cents SET DEFAULT 1',
  'ALTER TABLE sessions DROP COLUMN price_cents',
  'ALTER TABLE sessions RENAME TO mine',
  'ALTER TABLE sessions OWNER TO CURRENT_USER',
  'ALTER TABLE sessions ENABLE ROW LEVEL SECURITY',
  'DROP TABLE rate_limits',
  'DROP FUNCTION keep_history() CASCADE',
  'ALTER FUNCTION sessions_claim() SECURITY INVOKER',
  `ALTER FUNCTION sessions_claim() SET search_path = pg_temp`,
  `CREATE OR REPLACE FUNCTION public.database_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()'`,
  `ALTER TYPE session_status ADD VALUE 'over'`,
  `COMMENT ON TABLE sessions IS 'Mine.'`,
  'ALTER SCHEMA public OWNER TO CURRENT_USER',
];

const REACH_OUT = [
  `COPY sessions TO '/tmp/sessions'`,
  `COPY users FROM '/etc/passwd'`,
  `COPY users TO PROGRAM 'cat'`,
  'COPY calendar_claims FROM STDIN',
  `SELECT pg_read_file('/etc/passwd')`,
  `SELECT pg_ls_dir('.')`,
  `SELECT lo_import('/etc/passwd')`,
  `SELECT lo_export(1, '/tmp/one')`,
  "LOAD '/tmp/mine.so'",
  'SELECT rolpassword FROM pg_authid',
  'SELECT pg_reload_conf()',
  `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
     AND usename <> CURRENT_USER AND datname = current_database()`,
];

/** Done, with a warning and without an effect. */
const NO_EFFECT = [
  'GRANT ALL ON calendar_claims TO PUBLIC',
  'GRANT UPDATE ON calendar_claims TO CURRENT_USER',
  'GRANT EXECUTE ON FUNCTION keep_history() TO CURRENT_USER',
  'REVOKE SELECT ON sessions FROM peerloop_app, peerloop_ops',
];

async function catalog(): Promise<Catalog> {
  const client = new Client({ connectionString: process.env.DIRECT_DATABASE_URL });
  await client.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}

let before: { catalog: Catalog; rows: Awaited<ReturnType<typeof readEverything>> };

beforeAll(async () => {
  await arrangeAttackedScene();
  before = { catalog: await catalog(), rows: await readEverything() };
});
afterAll(async () => {
  expect(await catalog()).toEqual(before.catalog);
  expect(await readEverything()).toEqual(before.rows);
});

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  test.each([...CREATE, ...CHANGE, ...REACH_OUT])('refused: %s', async (statement) => {
    const [outcome] = await attackAs(role, statement);
    // A temporary table cannot follow one that is not: 42P16.
    expect(['42501', '42P16']).toContain(outcome);
  });

  test.each(NO_EFFECT)('without effect: %s', async (statement) => {
    await attackAs(role, statement);
    expect(await catalog()).toEqual(before.catalog);
  });

  test('no role can change the default privileges of the owner’s future tables', async () => {
    const grant = `DO $$ BEGIN EXECUTE format(
      'ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT TRUNCATE ON TABLES TO PUBLIC',
      (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sessions'::regclass)); END $$`;
    const mine = 'IN SCHEMA public GRANT ALL ON TABLES TO PUBLIC';
    expect(await attackAs(role, grant, `ALTER DEFAULT PRIVILEGES ${mine}`)).toEqual([
      '42501',
      'done',
    ]);
    try {
      await sqlAsOwner('CREATE TABLE a_later_table (id integer)');
      expect(await attackAs(role, 'TRUNCATE a_later_table')).toEqual(['42501']);
    } finally {
      const undo = mine.replace('GRANT ALL', 'REVOKE ALL').replace('TO PUBLIC', 'FROM PUBLIC');
      await sqlAsOwner(`ALTER DEFAULT PRIVILEGES FOR ROLE peerloop_${role} ${undo}`);
      await sqlAsOwner('DROP TABLE IF EXISTS a_later_table');
    }
  });

  test('a row that is copied in meets every rule', async () => {
    const merge = `MERGE INTO sessions USING (VALUES (${ID.nobody}::uuid)) AS new (id) ON sessions.id = new.id
      WHEN NOT MATCHED THEN INSERT (enrollment_id, st_id, scheduled_start)
        VALUES (${ID.otherEnrollment}, ${ID.st}, '2026-03-05T15:30Z')`;
    expect(await attackAs(role, merge)).toEqual(['23P01']);
  });
});
