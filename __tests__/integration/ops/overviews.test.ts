import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { holdLocks } from '@/__tests__/support/locks';
import { bookedSession, daysFromNow, outcomeOf } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { formatPrice } from '@/lib/courses/price';
import { listStartingPoints } from '@/scripts/local/studio/starting-points';
import { VIEW_KEYS } from '@/scripts/local/studio/view-keys.cjs';

// The views that each job of docs/operations.md starts from.

beforeAll(letDatabaseTimeRun);
beforeEach(truncate);

test('a session shows its people, its time in both zones, its payment and its last event', async () => {
  const { id, student, st } = await bookedSession({ start: new Date('2031-03-05T15:00:00Z') });
  await sql(`UPDATE users SET timezone = 'Asia/Kathmandu' WHERE id = $1`, st.userId);
  await sql(`UPDATE users SET timezone = 'America/New_York' WHERE id = $1`, student.id);
  expect(await sql('SELECT * FROM ops_sessions')).toEqual([
    {
      id,
      about: 'Ana Student with Theo Teacher',
      clock_student: 'Wed 5 Mar, 10:00 New York',
      clock_teacher: 'Wed 5 Mar, 20:45 Kathmandu',
      course: 'Knots',
      last_event: 'booked',
      last_event_at: expect.any(Date),
      last_event_by: 'the system',
      mails_failed: 0,
      mails_pending: 2,
      payment: 'included',
      price: null,
      scheduled_start: new Date('2031-03-05T15:00:00Z'),
      status: 'scheduled',
      student: 'Ana Student',
      teacher: 'Theo Teacher',
    },
  ]);
});

test('ops move and cancel a session in the view, under the usual rules', async () => {
  const { id } = await bookedSession();
  const [moved] = await sql(
    'UPDATE ops_sessions SET scheduled_start = $2 WHERE id = $1 RETURNING scheduled_start, last_event, last_event_by',
    id,
    daysFromNow(9),
  );
  expect(moved).toEqual({
    scheduled_start: daysFromNow(9),
    last_event: 'moved',
    last_event_by: 'ops',
  });
  const completed = `UPDATE ops_sessions SET status = 'completed' WHERE id = $1`;
  expect((await refusalOf(completed, id)).message).toMatch(/^This session starts on /);
  await sql(`UPDATE ops_sessions SET status = 'cancelled' WHERE id = $1`, id);
  expect(await outcomeOf(id)).toMatchObject({
    taken: [],
    events: ['booked', 'moved', 'cancelled'],
  });
});

test('an edit keeps a concurrent change of another field', async () => {
  const { id } = await bookedSession();
  const mover = await holdLocks(
    'UPDATE sessions SET scheduled_start = $2 WHERE id = $1',
    id,
    daysFromNow(9),
  );
  const cancelled = sql(`UPDATE ops_sessions SET status = 'cancelled' WHERE id = $1`, id);
  await mover.waitForBlocked(1);
  await mover.release('COMMIT');
  await cancelled;
  expect(await sql('SELECT status, scheduled_start FROM sessions')).toEqual([
    { status: 'cancelled', scheduled_start: daysFromNow(9) },
  ]);
});

test('nothing else can be changed in the view', async () => {
  const { id } = await bookedSession();
  for (const change of [`student = 'Somebody'`, `payment = 'paid'`, 'id = uuidv7()']) {
    expect(await refusalOf(`UPDATE ops_sessions SET ${change} WHERE id = $1`, id)).toMatchObject({
      message: 'Only status and scheduled_start can be changed here.',
    });
  }
});

test('a session of today can be cancelled in ops_today', async () => {
  const { id } = await bookedSession({ start: daysFromNow(0, 5) });
  await sql(`UPDATE ops_today SET status = 'cancelled' WHERE id = $1`, id);
  expect(await outcomeOf(id)).toMatchObject({ taken: [], events: ['booked', 'cancelled'] });
  expect(await sql('SELECT FROM ops_today')).toEqual([]);
});

test('ops_today lists running sessions and those within a day, soonest first', async () => {
  const soon = await bookedSession({ start: daysFromNow(0, 5) });
  const running = await bookedSession({ start: daysFromNow(0, 0) });
  await bookedSession({ start: daysFromNow(2) });
  await bookedSession({ start: daysFromNow(-2) });
  expect(await sql('SELECT id FROM ops_today')).toEqual([{ id: running.id }, { id: soon.id }]);
});

test('a price has the decimals that the pages of the product show, in every currency', async () => {
  const currencies = Intl.supportedValuesOf('currency').map((code) => code.toLowerCase());
  const prices = await sql<{ currency: string; price: string }>(
    'SELECT currency, as_price(123456, currency) AS price FROM unnest($1::text[]) AS currency',
    currencies,
  );
  const onPages = currencies.map((currency) => {
    const [amount] = /\d[\d.,]*/.exec(formatPrice(123_456, currency)) ?? [];
    return { currency, price: `${amount?.replaceAll(',', '')} ${currency.toUpperCase()}` };
  });
  expect(prices).toEqual(onPages);
  expect(prices).toContainEqual({ currency: 'usd', price: '1234.56 USD' });
});

test('ops_people shows what each person learns and teaches, and their upcoming sessions', async () => {
  const { student, st } = await bookedSession();
  const people = await sql(
    'SELECT id, name, learns, teaches, sessions_ahead FROM ops_people ORDER BY name',
  );
  expect(people).toEqual([
    {
      id: student.id,
      name: 'Ana Student',
      learns: 'Knots (1 of 10)',
      teaches: null,
      sessions_ahead: 1,
    },
    { id: st.userId, name: 'Theo Teacher', learns: null, teaches: 'Knots', sessions_ahead: 1 },
  ]);
});

test('each link that the start script prints names existing columns', async () => {
  const places = listStartingPoints(5555).map(
    (line) => new URLSearchParams(line.slice(line.indexOf('#') + 1)),
  );
  expect(places).toHaveLength(3);
  for (const place of places) {
    const [by, direction] = place.get('sort')?.split(':') ?? [];
    expect(direction).toMatch(/^(asc|desc)$/);
    await sql(`SELECT ${place.get('pin')}, ${by} FROM ${place.get('table')}`);
  }
});

test('Studio gets the key columns of each view', async () => {
  const views = await sql<{ view: string; columns: string[] }>(
    `SELECT relname AS view, array_agg(attname::text) AS columns FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace AND attnum > 0 GROUP BY relname ORDER BY relname`,
  );
  expect(views.map(({ view }) => view)).toEqual(Object.keys(VIEW_KEYS).sort());
  for (const { view, columns } of views) {
    expect(columns).toEqual(expect.arrayContaining(VIEW_KEYS[view] ?? ['no key']));
  }
});
