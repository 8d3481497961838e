import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun } from '@/__tests__/support/database-time';
import { bookedSession } from '@/__tests__/support/ops';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';
import { sentenceFor } from '@/__tests__/support/sentences';

// Mistakes by ops. Each is refused, and Studio explains why.

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
    'The start must be before the end. To move a session, change only scheduled_start. The length stays the same.',
  ],
  [
    `UPDATE sessions SET scheduled_end = scheduled_end + interval '1 year'`,
    'A session can last at most 24 hours. To move it, change only scheduled_start. The length stays the same.',
  ],
  ['UPDATE sessions SET buffer_minutes = -15', 'The buffer must be between 0 and 1440 minutes.'],
  [
    'UPDATE sessions SET enrollment_id = uuidv7()',
    'A session cannot change its student or course. Cancel it and add a new one for the other enrollment. Everyone involved is notified.',
  ],
  [
    'UPDATE sessions SET id = uuidv7()',
    'The id of a row in sessions cannot be changed. Change other columns, or add a new row.',
  ],
  [
    'DELETE FROM sessions',
    'Ops cannot make this change in sessions. Sessions, from hold to completion. Cancel, move and reassign sessions here: claims, events and emails follow. Cancel a session instead of deleting it.',
  ],
  [
    'DELETE FROM calendar_claims',
    'Ops cannot make this change in calendar_claims. When each person is busy. Read-only: follows sessions. Change the session instead.',
  ],
  [
    `UPDATE users SET timezone = 'Berlin'`,
    'Unknown time zone. Use an IANA time zone, such as Europe/Berlin.',
  ],
  [
    `UPDATE users SET email = upper(email)`,
    'Write one email address in lower case, such as name@example.com.',
  ],
  [
    'UPDATE courses SET price_per_session_cents = -1',
    'The price cannot be negative. Leave it empty if sessions are included in the course.',
  ],
  [
    'UPDATE enrollments SET session_count = -1',
    'session_count cannot be less than sessions_used. Cancel sessions first.',
  ],
  [
    'UPDATE student_teachers SET min_notice_hours = -1',
    'min_notice_hours must be between 0 and 8760.',
  ],
  [
    `UPDATE availability SET end_time = '9:00'`,
    'Write times as HH:MM, from 00:00 to 23:59. The end may be 24:00.',
  ],
  [
    `UPDATE availability SET start_time = '22:00', end_time = '02:00'`,
    'The start must be before the end. Split a window that crosses midnight: until 24:00, and from 00:00 on the next day.',
  ],
  [
    WINDOW.replace('09:00', '11:00').replace(`'12:00'`, `'13:00'`),
    'This window overlaps another window of this person on the same weekday. Shorten one of them.',
  ],
  ['UPDATE availability_exceptions SET ends_at = starts_at', 'The start must be before the end.'],
  [
    'UPDATE student_teachers SET user_id = (SELECT student_id FROM enrollments)',
    'A Student-Teacher with sessions cannot change their person or course. Add a new row instead.',
  ],
  [
    'UPDATE enrollments SET student_id = (SELECT user_id FROM student_teachers)',
    'An enrollment with sessions cannot change its student or course. Add a new enrollment instead.',
  ],
  [
    `INSERT INTO users (id, email, name) SELECT id, 'new@example.com', name FROM users LIMIT 1`,
    'This id is already in use. Leave the id empty to generate one.',
  ],
  [
    `INSERT INTO enrollments (student_id, course_id, session_count) SELECT uuidv7(), id, 1 FROM courses`,
    'No person has this id. Copy the id from ops_people.',
  ],
  ['UPDATE users SET name = NULL', 'name of users cannot be empty.'],
  [
    'DELETE FROM ops_sessions',
    'Rows cannot be added, changed or deleted in this view. Use the table instead.',
  ],
])('%s', async (statement, sentence) => {
  expect(await sentenceFor(await refusalOf(statement))).toBe(sentence);
});

test('a refusal still names its constraint', async () => {
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

test('windows that touch do not overlap, and a window does not overlap itself', async () => {
  await sql(WINDOW.replace('12:00', '15:00').replace('09:00', '12:00'));
  await sql(`UPDATE availability SET start_time = '08:30' WHERE start_time = '09:00'`);
  expect(await sql('SELECT FROM availability')).toHaveLength(2);
});
