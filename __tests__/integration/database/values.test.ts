import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSession,
  createUser,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Invariant 2: values that mean something, whoever types them.

const CHECK = '23514';

const SESSION_START = new Date('2025-03-05T15:00:00Z');

async function arrangeSession() {
  const scene = await createScene();
  const { id } = await createSession({
    enrollmentId: scene.enrollment.id,
    studentTeacherId: scene.st.id,
    scheduledStart: SESSION_START,
  });
  return { ...scene, id };
}

beforeEach(truncate);

test.each([
  ['sessions_start_is_before_end', 'UPDATE sessions SET scheduled_end = scheduled_start'],
  [
    'sessions_start_is_before_end',
    `UPDATE sessions SET scheduled_end = scheduled_end - interval '2 hours'`,
  ],
  [
    'sessions_last_a_day_at_most',
    `UPDATE sessions SET scheduled_end = scheduled_end + interval '1 day'`,
  ],
  ['sessions_buffer_is_not_negative', 'UPDATE sessions SET buffer_minutes = -1'],
  [
    'sessions_hold_has_an_end',
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
     SELECT enrollment_id, st_id, scheduled_start + interval '1 day', 'pending_payment' FROM sessions`,
  ],
  ['sessions_note_is_short', `UPDATE sessions SET note = repeat('n', 1001)`],
  ['student_teachers_buffer_is_not_negative', 'UPDATE student_teachers SET buffer_minutes = -1'],
  ['student_teachers_notice_is_not_negative', 'UPDATE student_teachers SET min_notice_hours = -1'],
  ['student_teachers_slot_step_is_sane', 'UPDATE student_teachers SET slot_step_minutes = 0'],
  ['student_teachers_horizon_is_sane', 'UPDATE student_teachers SET booking_horizon_days = 0'],
  [
    'student_teachers_slots_fit_a_page',
    'UPDATE student_teachers SET booking_horizon_days = 70, slot_step_minutes = 5',
  ],
  [
    'student_teachers_slots_fit_a_page',
    'UPDATE student_teachers SET booking_horizon_days = 365, slot_step_minutes = 26',
  ],
  ['student_teachers_rating_is_one_to_five', 'UPDATE student_teachers SET rating = 5.1'],
  ['courses_price_is_not_negative', 'UPDATE courses SET price_per_session_cents = -1'],
  ['courses_session_count_is_positive', 'UPDATE courses SET session_count = 0'],
  ['courses_session_minutes_are_sane', 'UPDATE courses SET session_minutes = 0'],
  ['courses_currency_is_a_code', `UPDATE courses SET currency = 'USD'`],
  ['enrollments_session_count_is_not_negative', 'UPDATE enrollments SET session_count = -1'],
  ['users_email_is_lower_case', `UPDATE users SET email = 'A@example.com'`],
  ['users_name_is_present', `UPDATE users SET name = ' '`],
  [
    'availability_exceptions_start_is_before_end',
    'UPDATE availability_exceptions SET ends_at = starts_at',
  ],
])('%s refuses: %s', async (constraint, statement) => {
  await arrangeSession();
  expect(await refusalOf(statement)).toMatchObject({ code: CHECK, constraint });
});

test.each([
  [69, 5],
  [365, 27],
])('%i days in steps of %i minutes fit a page', async (days, step) => {
  const { st } = await createScene();
  const limits = 'booking_horizon_days = $2, slot_step_minutes = $3';
  await sql(`UPDATE student_teachers SET ${limits} WHERE id = $1`, st.id, days, step);
});

test('the greatest numbers there are are refused by what they break first, not by arithmetic', async () => {
  await createScene();
  const refusal = await refusalOf('UPDATE student_teachers SET booking_horizon_days = 2147483647');
  expect(refusal).toMatchObject({ code: CHECK, constraint: 'student_teachers_horizon_is_sane' });
});

test('a payment is not negative', async () => {
  const { id } = await arrangeSession();
  const refusal = await refusalOf(
    `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency) VALUES ($1, 'cs_1', -1, 'usd')`,
    id,
  );
  expect(refusal).toMatchObject({ code: CHECK, constraint: 'payments_amount_is_not_negative' });
});

test('nobody is their own teacher', async () => {
  const { courseId, st } = await createScene();
  const own = await createEnrollment({ courseId, studentId: st.userId });
  const refusal = await refusalOf(
    'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
    own.id,
    st.id,
    SESSION_START,
  );
  expect(refusal).toMatchObject({
    code: CHECK,
    constraint: 'sessions_teacher_is_not_the_student',
  });
});

test('a session is never deleted', async () => {
  await arrangeSession();
  expect(await refusalOf('DELETE FROM sessions')).toMatchObject({
    code: '23001',
    message: 'Sessions are kept for their history and cannot be deleted.',
    hint: 'Set the status to cancelled instead.',
  });
});

test.each(['Mars/Olympus', 'Foo+3', 'CEST', 'europe/berlin', 'Factory', 'posix/UTC', ''])(
  '"%s" is no zone, neither for a person nor for their hours',
  async (zone) => {
    const { id } = await createUser();
    const person = await refusalOf('UPDATE users SET timezone = $1', zone);
    expect(person).toMatchObject({ code: CHECK, constraint: 'users_timezone_is_known' });
    const hours = await refusalOf(
      `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
       VALUES ($1, 'monday', '09:00', '10:00', $2)`,
      id,
      zone,
    );
    expect(hours).toMatchObject({ code: CHECK, constraint: 'availability_timezone_is_known' });
  },
);

test('a zone that cannot be shown is not taken', async () => {
  const rows = await sql<{ name: string }>('SELECT name FROM pg_timezone_names');
  const hidden = rows.map(({ name }) => name).filter((name) => !canBeShown(name));
  const taken = await sql('SELECT zone FROM unnest($1::text[]) AS zone WHERE is_time_zone(zone)', [
    ...hidden.filter((name) => !/^(posix|right)\//.test(name)),
  ]);
  expect(hidden).toContain('Factory');
  expect(taken).toEqual([]);
});

test('every zone that a browser offers is known to the database', async () => {
  const rows = await sql<{ name: string }>('SELECT name FROM pg_timezone_names');
  const known = rows.map(({ name }) => name);
  expect(known).toEqual(expect.arrayContaining(Intl.supportedValuesOf('timeZone')));
});

function canBeShown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
