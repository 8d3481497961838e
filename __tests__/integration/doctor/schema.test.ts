import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { openDoctorTransaction } from '@/__tests__/support/doctor-transaction';

// Each object of the database, removed or changed.

const { query, problems, problemsAsOwner } = openDoctorTransaction();

beforeAll(letDatabaseTimeRun);

const CONSTRAINTS = 'Missing or changed constraints and indexes';
const TRIGGERS = 'Missing, changed or disabled triggers';
const FUNCTIONS = 'Missing or changed functions';
const VIEWS = 'Missing or changed views and comments';
const PRIVILEGES = 'Missing or extra privileges';

const NOBODY = 'calendar_claims_no_person_in_two_places';

/** What the doctor names, by the check that names it. */
async function namesOf(): Promise<Record<string, string[]>> {
  const found = Object.entries(await problems());
  return Object.fromEntries(found.map(([what, { ids }]) => [what, ids]));
}

test.each([
  [
    `ALTER TABLE calendar_claims DROP CONSTRAINT ${NOBODY},
       ADD CONSTRAINT ${NOBODY} EXCLUDE USING gist (session_id WITH =, tstzrange(starts_at, ends_at) WITH &&)`,
    CONSTRAINTS,
    [`constraint calendar_claims.${NOBODY} is changed`, `index ${NOBODY} is changed`],
  ],
  [
    'ALTER TABLE sessions DROP CONSTRAINT sessions_hold_has_an_end',
    CONSTRAINTS,
    ['constraint sessions.sessions_hold_has_an_end is missing'],
  ],
  [
    'ALTER TABLE sessions ADD CONSTRAINT one_more CHECK (buffer_minutes < 60)',
    CONSTRAINTS,
    ['constraint sessions.one_more is extra'],
  ],
  ['DROP INDEX sessions_open_holds', CONSTRAINTS, ['index sessions_open_holds is missing']],
  [
    'ALTER TABLE sessions DISABLE TRIGGER sessions_7_claim_on_update',
    TRIGGERS,
    ['trigger sessions.sessions_7_claim_on_update is changed'],
  ],
  [
    'ALTER TABLE sessions ENABLE REPLICA TRIGGER sessions_8_record_on_insert',
    TRIGGERS,
    ['trigger sessions.sessions_8_record_on_insert is changed'],
  ],
  [
    'DROP TRIGGER sessions_keep_rows ON sessions',
    TRIGGERS,
    ['trigger sessions.sessions_keep_rows is missing'],
  ],
  [
    'CREATE TRIGGER one_more BEFORE DELETE ON availability FOR EACH ROW EXECUTE FUNCTION keep_history()',
    TRIGGERS,
    ['trigger availability.one_more is extra'],
  ],
  [
    'CREATE OR REPLACE FUNCTION sessions_claim() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    FUNCTIONS,
    ['function sessions_claim() is changed'],
  ],
  [
    'ALTER FUNCTION sessions_claim() SECURITY INVOKER',
    FUNCTIONS,
    ['function sessions_claim() is changed'],
  ],
  [
    'ALTER TABLE sessions ALTER COLUMN sequence DROP NOT NULL',
    'Missing or changed tables, columns and types',
    ['column sessions.sequence is changed'],
  ],
  [
    `COMMENT ON CONSTRAINT ${NOBODY} ON calendar_claims IS NULL`,
    VIEWS,
    [`comment on table constraint ${NOBODY} on public.calendar_claims is missing`],
  ],
  [
    'GRANT DELETE ON calendar_claims TO peerloop_app',
    PRIVILEGES,
    ['grant to peerloop_app on table calendar_claims is changed'],
  ],
  [
    'REVOKE EXECUTE ON FUNCTION set_actor(uuid) FROM peerloop_app',
    PRIVILEGES,
    ['grant to peerloop_app on function set_actor(actor uuid) is missing'],
  ],
  ['SET LOCAL session_replication_role = replica', 'Connections that skip triggers', ['replica']],
])('%s', async (statement, what, names) => {
  await query(statement);
  // Its comment goes with a constraint that is dropped.
  const { [VIEWS]: comments, ...found } = await namesOf();
  expect(found).toEqual(what === VIEWS ? {} : { [what]: names });
  if (what === VIEWS) expect(comments).toEqual(names);
});

test('a view with swapped columns, on PostgreSQL 16 or newer', async () => {
  const { rows } = await query<{ definition: string; version: string }>(
    `SELECT pg_get_viewdef('ops_sessions'::regclass) AS definition,
       current_setting('server_version_num') AS version`,
  );
  const swapped = rows[0]?.definition.replace(
    `((student.name || ' with '::text) || teacher.name)`,
    `((teacher.name || ' with '::text) || student.name)`,
  );
  expect(swapped).not.toBe(rows[0]?.definition);
  await query(`CREATE OR REPLACE VIEW ops_sessions WITH (security_invoker = true) AS ${swapped}`);
  const isPrinted = Number(rows[0]?.version) >= 160_000;
  expect(await namesOf()).toEqual(isPrinted ? { [VIEWS]: ['view ops_sessions is changed'] } : {});
});

test.each([
  ['ALTER ROLE peerloop_ops CREATEROLE', 'peerloop_ops has the attribute CREATEROLE'],
  ['ALTER ROLE peerloop_app BYPASSRLS', 'peerloop_app has the attribute BYPASSRLS'],
  ['GRANT pg_write_all_data TO peerloop_ops', 'peerloop_ops is a member of pg_write_all_data'],
])('a role that may do more: %s', async (statement, reach) => {
  await query(statement);
  expect((await namesOf())['Roles with more privileges than they need']).toEqual([reach]);
});

test.each([
  [
    'ALTER ROLE peerloop_ops SET search_path = pg_temp, public',
    'Role or database settings that affect our roles',
    'peerloop_ops: search_path=pg_temp, public',
  ],
  [
    'GRANT DELETE ON calendar_claims TO pg_monitor',
    'Other roles that can write to our tables',
    'pg_monitor can write to calendar_claims',
  ],
])('%s', async (statement, what, found) => {
  await query(statement);
  expect((await namesOf())[what]).toEqual([found]);
});

test('a migration that was not applied', async () => {
  const { rows } = await query<{ name: string }>(
    `DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_init' RETURNING migration_name AS name`,
  );
  const [init] = rows;
  expect(await namesOf()).toEqual({
    'Pending migrations': [`${init?.name} is missing`],
  });
});

test('all triggers of a table, those of its foreign keys too', async () => {
  await query('ALTER TABLE payments DISABLE TRIGGER ALL');
  const found = await problems();
  expect(found[CONSTRAINTS]?.ids).toEqual([
    'constraint payments.payments_session_id_fkey is changed',
  ]);
  expect(found[TRIGGERS]?.count).toBe(4);
});

test('tables, views and indexes of other owners are not reported', async () => {
  await query('CREATE TABLE report (id integer PRIMARY KEY)');
  await query('CREATE VIEW monthly AS SELECT count(*) FROM sessions');
  await query('CREATE INDEX for_the_report ON sessions (created_at)');
  expect(await problems()).toMatchObject({
    [CONSTRAINTS]: { ids: ['constraint report.report_pkey is extra'] },
  });
});

test('if the application connects as the owner, the doctor lists the invariants that are not enforced', async () => {
  expect(await problemsAsOwner()).toEqual(['Invariants that are not enforced']);
});

test('a role without its timeout', async () => {
  await query('ALTER ROLE peerloop_app RESET statement_timeout');
  expect(await namesOf()).toEqual({
    'Roles without a statement timeout': ['peerloop_app has no statement_timeout'],
  });
});

test('on a database without our tables, each check reports what is missing', async () => {
  await query('ALTER SCHEMA public RENAME TO elsewhere');
  await query('CREATE SCHEMA public');
  await query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  const found = await namesOf();
  expect(found['Sessions with missing or wrong claims']).toEqual([
    'relation "sessions" does not exist',
  ]);
  expect(found['Pending migrations']?.length).toBeGreaterThan(0);
  expect(found[TRIGGERS]?.[0]).toMatch(/ is missing$/);
});
