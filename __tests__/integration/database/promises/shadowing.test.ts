import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { ID, START } from '@/__tests__/support/guards/scene';
import { sqlAsOwner } from '@/__tests__/support/plain-sql';

// Objects of one's own, however they are called, change nothing of what the database does.

const TAKEN = '23P01';
const ROLES = ['ops', 'app'] as const;

/** The other student asks for the ST's time, which is taken. */
const BOOK_OVER = `INSERT INTO public.sessions (enrollment_id, st_id, scheduled_start)
  VALUES (${ID.otherEnrollment}, ${ID.st}, ${START})`;

const COPIES = [
  'calendar_claims',
  'courses',
  'enrollments',
  'notifications',
  'payments',
  'session_events',
  'sessions',
  'student_teachers',
  'users',
].map((table) => `CREATE TEMP TABLE ${table} (LIKE public.${table})`);

const FUNCTIONS = [
  `holds_time(status public.session_status) RETURNS boolean LANGUAGE sql AS 'SELECT false'`,
  `may_become(a public.session_status, b public.session_status) RETURNS boolean LANGUAGE sql AS 'SELECT true'`,
  `database_now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT timestamptz '2020-01-01' $$`,
  `acting_user() RETURNS uuid LANGUAGE sql AS $$ SELECT ${ID.student}::uuid $$`,
  `tstzrange(a timestamptz, b timestamptz) RETURNS tstzrange LANGUAGE sql AS $$ SELECT 'empty'::tstzrange $$`,
].map((definition) => `CREATE FUNCTION pg_temp.${definition}`);

const OPERATORS = ['&& tstzrange', '= uuid'].flatMap((operator) => {
  const [name, type] = operator.split(' ');
  return [
    `CREATE FUNCTION pg_temp.never(a ${type}, b ${type}) RETURNS boolean LANGUAGE sql AS 'SELECT false'`,
    `CREATE OPERATOR pg_temp.${name} (LEFTARG = ${type}, RIGHTARG = ${type}, FUNCTION = pg_temp.never)`,
  ];
});

beforeEach(arrangeAttackedScene);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ROLES)('as %s', (role) => {
  test('a role’s own trigger on its own table cannot delete claims', async () => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      'CREATE TEMP TABLE lever (id integer)',
      `CREATE FUNCTION pg_temp.pull() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         DELETE FROM public.calendar_claims; DELETE FROM public.session_events; RETURN NEW;
       END $$`,
      'CREATE TRIGGER pull AFTER INSERT ON lever FOR EACH ROW EXECUTE FUNCTION pg_temp.pull()',
      'INSERT INTO lever VALUES (1)',
      BOOK_OVER,
    );
    expect(outcomes).toEqual(['done', 'done', 'done', '42501', TAKEN]);
    expect(await readEverything()).toEqual(before);
  });

  test('no function that the database runs as its owner can be made a trigger of a table of one’s own', async () => {
    const functions = await sqlAsOwner<{ name: string }>(
      `SELECT proname AS name FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype`,
    );
    expect(functions.length).toBeGreaterThan(15);
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      'CREATE TEMP TABLE forged AS SELECT * FROM public.sessions',
      ...functions.map(
        ({ name }) => `CREATE TRIGGER ${name} BEFORE UPDATE ON pg_temp.forged
          FOR EACH ROW EXECUTE FUNCTION public.${name}()`,
      ),
      `UPDATE pg_temp.forged SET status = 'cancelled', uses_session = false`,
    );
    expect(outcomes).toEqual(['done', ...functions.map(() => '42501'), 'done']);
    expect(await readEverything()).toEqual(before);
  });

  test('tables with the same names do not replace the real ones', async () => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      ...COPIES,
      'SET search_path = pg_temp, public',
      BOOK_OVER,
      `DELETE FROM public.sessions`,
      `UPDATE public.enrollments SET session_count = 0 WHERE id = ${ID.enrollment}`,
    );
    expect(outcomes.slice(COPIES.length)).toEqual(['done', TAKEN, '42501', '23514']);
    expect(await readEverything()).toEqual(before);
  });

  test('functions with the same names are not called', async () => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      ...FUNCTIONS,
      'SET search_path = pg_temp, public, pg_catalog',
      BOOK_OVER,
      `UPDATE public.sessions SET status = 'completed'`,
    );
    expect(outcomes).toEqual([...FUNCTIONS.map(() => 'done'), 'done', TAKEN, '23514']);
    expect(await readEverything()).toEqual(before);
  });

  test('operators with the same names are not used', async () => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      ...OPERATORS,
      'SET search_path = pg_temp, public, pg_catalog',
      BOOK_OVER,
      `UPDATE public.sessions SET enrollment_id = ${ID.otherEnrollment}`,
    );
    expect(outcomes).toEqual([...OPERATORS.map(() => 'done'), 'done', TAKEN, '23514']);
    expect(await readEverything()).toEqual(before);
  });

  test('types with the same names are not used', async () => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      `CREATE DOMAIN pg_temp.timestamptz AS pg_catalog.timestamptz DEFAULT '2020-01-01'`,
      `CREATE DOMAIN pg_temp.uuid AS pg_catalog.text`,
      `CREATE TYPE pg_temp.session_status AS ENUM ('pending_payment', 'scheduled', 'over')`,
      'SET search_path = pg_temp, public',
      BOOK_OVER,
      `UPDATE public.sessions SET status = 'completed'`,
    );
    expect(outcomes).toEqual(['done', 'done', 'done', 'done', TAKEN, '23514']);
    expect(await readEverything()).toEqual(before);
  });

  test.each([
    `SET search_path = ''`,
    `SET search_path = pg_temp`,
    'SET standard_conforming_strings = off',
    'SET transform_null_equals = on',
    `SET TimeZone = 'Pacific/Kiritimati'`,
    `SET DateStyle = 'German, DMY'`,
    `SET IntervalStyle = 'sql_standard'`,
    'SET plpgsql.variable_conflict = use_column',
    `SET check_function_bodies = off`,
    `SET default_transaction_isolation = 'serializable'`,
  ])('settings of the connection change no rule: %s', async (setting) => {
    const before = await readEverything();
    const outcomes = await attackAs(
      role,
      setting,
      BOOK_OVER,
      `UPDATE public.sessions SET status = 'completed'`,
      `UPDATE public.sessions SET payment_waiver = ''`,
      `UPDATE public.users SET name = E'Ana\\r\\nBcc: everybody@example.com' WHERE id = ${ID.student}`,
    );
    expect(outcomes.slice(1, 4)).toEqual([TAKEN, '23514', '23514']);
    expect(outcomes[4]).not.toBe('done');
    expect(await readEverything()).toEqual(before);
  });
});

test('a table named pg_class cannot fake the owner of the outbox', async () => {
  const before = await readEverything();
  const outcomes = await attackAs(
    'ops',
    'CREATE TEMP TABLE pg_class (oid oid, relowner oid)',
    `INSERT INTO pg_temp.pg_class SELECT 'public.notifications'::regclass, 'peerloop_ops'::regrole`,
    `UPDATE notifications SET status = 'sent'`,
  );
  expect(outcomes).toEqual(['done', 'done', '23001']);
  expect(await readEverything()).toEqual(before);
});

describe('an email is not voided by another row with the same id', () => {
  const waiting = () =>
    sqlAsOwner(`SELECT id FROM notifications WHERE status = 'pending' ORDER BY id`);

  test('an enrollment with the id of a session', async () => {
    const before = await waiting();
    expect(before).toHaveLength(3);
    await attackAs(
      'ops',
      `INSERT INTO enrollments (id, student_id, course_id, session_count, deferred_at)
       VALUES (${ID.session}, ${ID.stranger}, ${ID.course}, 1, now())`,
      `UPDATE enrollments SET deferred_at = NULL WHERE id = ${ID.session}`,
    );
    expect(await waiting()).toEqual(before);
  });

  test('a session with the id of a sign-in link', async () => {
    const before = await waiting();
    await attackAs(
      'ops',
      `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status)
       SELECT id, ${ID.otherEnrollment}, ${ID.otherSt}, ${START}, 'pending_payment' FROM sign_in_links`,
      `UPDATE sessions SET status = 'cancelled' WHERE id IN (SELECT id FROM sign_in_links)`,
    );
    expect(await waiting()).toEqual(before);
  });
});
