import { truncate } from '@/__tests__/support/database';
import { createUser } from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Invariant 2, the week: windows of one person and weekday do not overlap.

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
  expect(await refusalOf(INSERT, person, 'monday', from, to, zone)).toMatchObject({
    code: '23P01',
    constraint: 'availability_windows_do_not_overlap',
  });
});

test('windows may touch, end the day at 24:00, and repeat on other days and for other people', async () => {
  const person = await personFromNineToTwelve();
  await sql(INSERT, person, 'monday', '12:00', '24:00', 'Europe/Berlin');
  await sql(INSERT, person, 'tuesday', '09:00', '12:00', 'Europe/Berlin');
  await personFromNineToTwelve();
  expect(await sql('SELECT FROM availability')).toHaveLength(4);
});

test('a window cannot be stretched into the next', async () => {
  const person = await personFromNineToTwelve();
  await sql(INSERT, person, 'monday', '12:00', '13:00', 'Europe/Berlin');
  const refusal = await refusalOf(
    `UPDATE availability SET end_time = '12:30' WHERE start_time = '09:00'`,
  );
  expect(refusal.constraint).toBe('availability_windows_do_not_overlap');
});

test.each([
  ['10:00', '10:00', 'availability_start_is_before_end'],
  ['22:00', '02:00', 'availability_start_is_before_end'],
  ['24:00', '24:00', 'availability_start_is_before_end'],
  ['9:00', '9:30', 'availability_times_are_clock_times'],
  ['09:00', '24:01', 'availability_times_are_clock_times'],
  ['09:60', '10:00', 'availability_times_are_clock_times'],
  ['09:00:00', '10:00', 'availability_times_are_clock_times'],
])('%s to %s is no window', async (from, to, constraint) => {
  const { id } = await createUser();
  const refusal = await refusalOf(INSERT, id, 'monday', from, to, 'Europe/Berlin');
  expect(refusal.code).toBe('23514');
  expect(refusal.constraint).toBe(constraint);
});
