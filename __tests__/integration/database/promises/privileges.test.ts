import { attackAs } from '@/__tests__/support/attack';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';

// Who may do what, as the catalog has it, for objects that are there and those that will be.

const CALLS = [
  `SELECT lease_notification(interval '1 minute')`,
  `SELECT record_delivery(uuidv7(), now(), 'sent', 0, NULL, NULL, NULL)`,
  `SELECT plan_notice(NULL::sessions, uuidv7(), 'session-booked')`,
  'SELECT plan_due_reminders()',
  'SELECT release_past_claims()',
  'SELECT * FROM purge_expired_rows(1)',
  'SELECT set_actor(uuidv7())',
  'SELECT keep_history()',
];

/** Those of the calls that the application needs. */
const OF_THE_APPLICATION = CALLS.filter((call) => !/plan_notice|keep_history/.test(call));

test.each(CALLS)('ops cannot call the application’s functions: %s', async (call) => {
  expect(await attackAs('ops', call)).toEqual(['42501']);
});

test.each(OF_THE_APPLICATION)('the application can: %s', async (call) => {
  expect(await attackAs('app', `BEGIN; ${call}; ROLLBACK`)).toEqual(['done']);
});

test.each(CALLS.filter((call) => !OF_THE_APPLICATION.includes(call)))(
  'but not: %s',
  async (call) => {
    expect(await attackAs('app', call)).toEqual(['42501']);
  },
);

describe.each(['ops', 'app'] as const)('a table that the owner makes later, as %s', (role) => {
  afterEach(() => sqlAsOwner('DROP TABLE a_later_table'));

  test('is readable and writable at once, but stays the owner’s', async () => {
    await sqlAsOwner('CREATE TABLE a_later_table (id integer)');
    const outcomes = await attackAs(
      role,
      'INSERT INTO a_later_table VALUES (1)',
      'UPDATE a_later_table SET id = 2',
      'SELECT FROM a_later_table',
      'DELETE FROM a_later_table',
      'TRUNCATE a_later_table',
      'DROP TABLE a_later_table',
    );
    expect(outcomes).toEqual(['done', 'done', 'done', 'done', '42501', '42501']);
  });
});

test('security definer functions have a fixed search path and restricted privileges', async () => {
  const rows = await sqlAsOwner<{ name: string }>(
    `SELECT proname AS name FROM pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosecdef AND proname <> 'uuidv7'
       AND (proconfig IS DISTINCT FROM ARRAY['search_path=public, pg_temp']
         OR has_function_privilege('public', oid, 'EXECUTE'))`,
  );
  expect(rows).toEqual([]);
});

test('no role can use a function of the database as its own trigger', async () => {
  const rows = await sqlAsOwner(
    `SELECT proname FROM pg_proc, (VALUES ('public'), ('peerloop_app'), ('peerloop_ops')) AS role (name)
     WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
       AND has_function_privilege(role.name, oid, 'EXECUTE')`,
  );
  expect(rows).toEqual([]);
});

test('no view lets a role write past its privileges', async () => {
  // 28: PostgreSQL itself would hand on an INSERT, UPDATE or DELETE, as the owner of the view.
  const rows = await sqlAsOwner(
    `SELECT relname FROM pg_class, (VALUES ('peerloop_app'), ('peerloop_ops')) AS role (name)
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
       AND pg_relation_is_updatable(oid, false) & 28 <> 0
       AND NOT coalesce(reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false)
       AND has_table_privilege(role.name, oid, 'INSERT, UPDATE, DELETE')`,
  );
  expect(rows).toEqual([]);
});

test('neither role has special attributes or memberships', async () => {
  const rows = await sqlAsOwner(
    `SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
       (SELECT count(*)::integer FROM pg_auth_members WHERE member = pg_roles.oid) AS memberships
     FROM pg_roles WHERE rolname LIKE 'peerloop\\_%' ORDER BY rolname`,
  );
  const plain = {
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    rolbypassrls: false,
    memberships: 0,
  };
  expect(rows).toEqual([
    { rolname: 'peerloop_app', ...plain },
    { rolname: 'peerloop_ops', ...plain },
  ]);
});
