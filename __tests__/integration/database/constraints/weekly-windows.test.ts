import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { holdLocks, type LockHolder } from '@/__tests__/support/locks';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Weekly windows of one person and weekday do not overlap, and two people at work on them do not deadlock.

const OVERLAP = { code: '23P01', constraint: 'availability_windows_do_not_overlap' };

const INSERT = `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
  VALUES ($1, $2::weekday, $3, $4, $5)`;

async function personFromNineToTwelve() {
  const { id } = await createUser();
  await sql(INSERT, id, 'monday', '09:00', '12:00', 'Europe/Berlin');
  return id;
}

beforeEach(truncate);

test.each([
  ['the same', '09:00', '12:00', 'Europe/Berlin'],
  ['one that reaches into it', '08:00', '09:01', 'Europe/Berlin'],
  ['one that begins in it', '11:59', '14:00', 'Europe/Berlin'],
  ['one inside', '10:00', '11:00', 'Europe/Berlin'],
  ['one around', '00:00', '24:00', 'Europe/Berlin'],
  ['one of another zone', '10:00', '11:00', 'Asia/Kathmandu'],
])('a window refuses %s on its day', async (_which, from, to, zone) => {
  const person = await personFromNineToTwelve();
  expect(await refusalOf(INSERT, person, 'monday', from, to, zone)).toMatchObject(OVERLAP);
});

test('windows may touch, end the day at 24:00, and repeat on other days and for other people', async () => {
  const person = await personFromNineToTwelve();
  await sql(INSERT, person, 'monday', '00:00', '09:00', 'Europe/Berlin');
  await sql(INSERT, person, 'monday', '12:00', '24:00', 'Europe/Berlin');
  await sql(INSERT, person, 'tuesday', '09:00', '12:00', 'Europe/Berlin');
  await personFromNineToTwelve();
  expect(await sql('SELECT FROM availability')).toHaveLength(5);
});

test('a window cannot be extended into the next one', async () => {
  const person = await personFromNineToTwelve();
  await sql(INSERT, person, 'monday', '12:00', '13:00', 'Europe/Berlin');
  const refusal = await refusalOf(
    `UPDATE availability SET end_time = '12:30' WHERE start_time = '09:00'`,
  );
  expect(refusal).toMatchObject(OVERLAP);
});

/** Several windows, each `monday 09:00-12:00`, as statements of one transaction. */
function insertAll(person: string, ...windows: string[]): string {
  return windows
    .map((window) => {
      const [day, start, end] = window.split(/[ -]/);
      return `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
        VALUES ('${person}', '${day}', '${start}', '${end}', 'Europe/Berlin');`;
    })
    .join('\n');
}

describe('two transactions that add windows of one person crosswise', () => {
  /** One has added Monday; the other adds Tuesday, then Monday; the first goes on to Tuesday. */
  async function addCrosswise(ending: 'COMMIT' | 'ROLLBACK') {
    const { id: person } = await createUser();
    const first: LockHolder = await holdLocks(insertAll(person, 'monday 09:00-12:00'));
    const second = sql(insertAll(person, 'tuesday 09:00-12:00', 'monday 11:00-14:00'));
    const outcome = second.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
    await first.waitForBlocked(1);
    await first.query(insertAll(person, 'tuesday 11:00-14:00'));
    await first.release(ending);
    return outcome;
  }

  test('take turns, and the second is refused because of the first', async () => {
    expect(await addCrosswise('COMMIT')).toBe(OVERLAP.code);
    expect(await sql('SELECT FROM availability')).toHaveLength(2);
  });

  test('take turns, and the second is not refused if the first gives up', async () => {
    expect(await addCrosswise('ROLLBACK')).toBe('done');
    expect(await sql('SELECT FROM availability')).toHaveLength(2);
  });
});

describe.each(ISOLATION_LEVELS)('two people who work on one week at once, at %s', (isolation) => {
  async function arrange() {
    const { id: person } = await createUser();
    await sql(insertAll(person, 'monday 09:00-10:00', 'tuesday 09:00-10:00'));
    const move = (day: string, start: string, end: string): Side => ({
      as: 'ops',
      does: `UPDATE availability SET day_of_week = 'friday', start_time = $2, end_time = $3
        WHERE day_of_week = $1::weekday`,
      values: [day, start, end],
    });
    return { first: move('monday', '09:00', '11:00'), move };
  }

  test('cannot move two windows so that they overlap', async () => {
    const { first, move } = await arrange();
    const met = await meet({ isolation, first, second: move('tuesday', '10:59', '12:00') });
    expect(met).toEqual({ first: 'done', second: OVERLAP.code, waited: true });
  });

  test('can move two windows so that they touch', async () => {
    const { first, move } = await arrange();
    const met = await meet({ isolation, first, second: move('tuesday', '11:00', '12:00') });
    expect(met).toEqual({ first: 'done', second: 'done', waited: true });
  });
});
