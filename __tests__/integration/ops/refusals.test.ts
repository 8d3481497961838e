import { truncate } from '@/__tests__/support/database';
import { bookedSession } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Slips of the hand. Each is refused, and whoever made it reads why.

const WINDOW = `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
  SELECT user_id, 'monday', '09:00', '12:00', 'Europe/Berlin' FROM student_teachers`;

beforeEach(async () => {
  await truncate();
  await bookedSession();
  await sql(WINDOW);
});

test.each([
  [
    'UPDATE sessions SET scheduled_end = scheduled_start',
    'A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.',
  ],
  [
    `UPDATE sessions SET scheduled_end = scheduled_end + interval '1 year'`,
    'A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.',
  ],
  [
    'UPDATE sessions SET buffer_minutes = -15',
    'The buffer after a session is between 0 and 1440 minutes.',
  ],
  [
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
     SELECT enrollment_id, st_id, scheduled_start + interval '1 day', 'pending_payment' FROM sessions`,
    'hold_expires_at belongs to pending_payment: a session has both or neither.',
  ],
  [
    'UPDATE sessions SET enrollment_id = uuidv7()',
    'There is no enrollment with this enrollment_id.',
  ],
  ['DELETE FROM sessions', 'Sessions are kept for their history and cannot be deleted.'],
  [
    'DELETE FROM calendar_claims',
    'Rows of calendar_claims are written by the database, not by hand.',
  ],
  [
    `UPDATE users SET timezone = 'Berlin'`,
    'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.',
  ],
  [
    `UPDATE users SET email = upper(email)`,
    'Write the email address in lower case, such as name@example.com.',
  ],
  [
    'UPDATE courses SET price_per_session_cents = -1',
    'A price cannot be below 0. Leave it empty if sessions are included in the course.',
  ],
  [
    'UPDATE enrollments SET session_count = -1',
    'An enrollment cannot include fewer than 0 sessions.',
  ],
  [
    'UPDATE student_teachers SET min_notice_hours = -1',
    'The notice for a booking is between 0 and 8760 hours.',
  ],
  [
    `UPDATE availability SET end_time = '9:00'`,
    'Write start and end as HH:MM, from 00:00 to 23:59; the end may be 24:00.',
  ],
  [
    `UPDATE availability SET start_time = '22:00', end_time = '02:00'`,
    'A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.',
  ],
  [
    WINDOW.replace('09:00', '11:00').replace(`'12:00'`, `'13:00'`),
    'This window overlaps another of the same person: monday from 09:00 to 12:00.',
  ],
  [
    'UPDATE availability_exceptions SET ends_at = starts_at',
    'Time off and extra hours start before they end.',
  ],
  [
    'DELETE FROM enrollments',
    'This row of enrollments cannot be deleted: 1 row(s) of sessions belong to it.',
  ],
  [
    'DELETE FROM student_teachers',
    'This row of student_teachers cannot be deleted: 1 row(s) of sessions belong to it.',
  ],
  [
    'DELETE FROM courses',
    'This row of courses cannot be deleted: 1 row(s) of enrollments belong to it.',
  ],
  [
    'UPDATE student_teachers SET user_id = (SELECT student_id FROM enrollments)',
    'This row of student_teachers has sessions (1), so its person and its course stay as they are.',
  ],
  [
    'UPDATE enrollments SET student_id = (SELECT user_id FROM student_teachers)',
    'This row of enrollments has sessions (1), so its person and its course stay as they are.',
  ],
])('%s', async (statement, sentence) => {
  expect((await refusalOf(statement)).message).toBe(sentence);
});

test('a refusal still names the constraint that stands behind it', async () => {
  expect(await refusalOf('UPDATE sessions SET buffer_minutes = -15')).toMatchObject({
    code: '23514',
    schema: 'public',
    table: 'sessions',
    constraint: 'sessions_buffer_is_not_negative',
  });
  expect(await refusalOf(WINDOW)).toMatchObject({
    code: '23P01',
    constraint: 'availability_windows_do_not_overlap',
  });
});

test('what belongs to nobody can be deleted', async () => {
  await sql('DELETE FROM availability');
  await sql(`INSERT INTO users (email, name) VALUES ('typo@example.com', 'A Typo')`);
  await sql(`DELETE FROM users WHERE email = 'typo@example.com'`);
  expect(await sql(`SELECT FROM users WHERE email = 'typo@example.com'`)).toEqual([]);
});

test('windows that touch are no overlap, nor is a window with itself', async () => {
  await sql(WINDOW.replace('12:00', '15:00').replace('09:00', '12:00'));
  await sql(`UPDATE availability SET start_time = '08:30' WHERE start_time = '09:00'`);
  expect(await sql('SELECT FROM availability')).toHaveLength(2);
});
