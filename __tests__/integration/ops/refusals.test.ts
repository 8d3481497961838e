import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { bookedSession } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { sentenceFor } from '@/__tests__/support/sentences';

// Slips of the hand. Each is refused, and Studio says why in a sentence.

const WINDOW = `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
  SELECT user_id, 'monday', '09:00', '12:00', 'Europe/Berlin' FROM student_teachers`;

beforeAll(letDatabaseTimeRun);
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
    'UPDATE sessions SET enrollment_id = uuidv7()',
    'A session stays with its student and its course. Cancel it and add a new one for the other enrollment. Everybody is told.',
  ],
  [
    'UPDATE sessions SET id = uuidv7()',
    'The id of a row of sessions never changes. Leave the id as it is. If the row is wrong, change its other columns or add a new row.',
  ],
  [
    'DELETE FROM sessions',
    'Ops cannot make this change in sessions. Sessions, from hold to completion. Cancel, move and reassign here: claims, events and mails follow. A session is cancelled, never deleted.',
  ],
  [
    'DELETE FROM calendar_claims',
    'Ops cannot make this change in calendar_claims. Who is taken from when to when. Follows sessions; read only. Change the session instead.',
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
    'An enrollment includes at least as many sessions as are used already. Cancel sessions first.',
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
    'This window overlaps another of the same person on this weekday. Change the other window, or make the two touch.',
  ],
  [
    'UPDATE availability_exceptions SET ends_at = starts_at',
    'Time off and extra hours start before they end.',
  ],
  [
    'UPDATE student_teachers SET user_id = (SELECT student_id FROM enrollments)',
    'A Student-Teacher with sessions keeps their person and their course. Add a new row instead.',
  ],
  [
    'UPDATE enrollments SET student_id = (SELECT user_id FROM student_teachers)',
    'An enrollment with sessions keeps its student and its course. Add a new enrollment instead.',
  ],
  [
    `INSERT INTO users (id, email, name) SELECT id, 'new@example.com', name FROM users LIMIT 1`,
    'Another row has this id already. Leave the id empty: the database makes one.',
  ],
  [
    `INSERT INTO enrollments (student_id, course_id, session_count) SELECT uuidv7(), id, 1 FROM courses`,
    'There is no person with this id. Copy it from ops_people.',
  ],
  ['UPDATE users SET name = NULL', 'name of users cannot be empty.'],
  [
    'DELETE FROM ops_sessions',
    'Rows cannot be added, changed or deleted in this view. Use the table instead.',
  ],
])('%s', async (statement, sentence) => {
  expect(await sentenceFor(await refusalOf(statement))).toBe(sentence);
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

test('windows that touch are no overlap, nor is a window with itself', async () => {
  await sql(WINDOW.replace('12:00', '15:00').replace('09:00', '12:00'));
  await sql(`UPDATE availability SET start_time = '08:30' WHERE start_time = '09:00'`);
  expect(await sql('SELECT FROM availability')).toHaveLength(2);
});
