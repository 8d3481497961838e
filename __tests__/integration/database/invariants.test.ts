import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSession,
  createUser,
} from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// What the live database says of itself. The other files here try to break what it promises.

interface Constraint {
  name: string;
  definition: string;
}

async function constraintsOf(type: 'x' | 'c' | 'u' | 'f'): Promise<Map<string, string>> {
  const rows = await sql<Constraint>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = $1 AND connamespace = 'public'::regnamespace AND convalidated AND conenforced`,
    type,
  );
  return new Map(rows.map(({ name, definition }) => [name, definition]));
}

test('no person is in two places, and no weekly windows overlap: exclusion constraints', async () => {
  expect(Object.fromEntries(await constraintsOf('x'))).toEqual({
    calendar_claims_no_person_in_two_places: 'EXCLUDE USING gist (user_id WITH =, during WITH &&)',
    availability_windows_do_not_overlap:
      'EXCLUDE USING gist (user_id WITH =, day_of_week WITH =, int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&)',
  });
});

/** Runs a statement while no trigger of the table looks at it: only constraints are left. */
function withoutTriggers(table: string, statement: string): string {
  const asleep = `ALTER TABLE ${table} DISABLE TRIGGER USER`;
  const awake = `ALTER TABLE ${table} ENABLE TRIGGER USER`;
  return `DO $$ BEGIN ${asleep}; ${statement}; ${awake}; END $$`;
}

test('the constraint itself refuses two claims at once, with every trigger asleep', async () => {
  await truncate();
  const { courseId, st } = await createScene();
  for (const hour of [15, 18]) {
    const { id: enrollmentId } = await createEnrollment({ courseId });
    const scheduledStart = new Date(Date.UTC(2025, 2, 5, hour));
    await createSession({ enrollmentId, studentTeacherId: st.id, scheduledStart });
  }
  const shift = (interval: string) =>
    withoutTriggers(
      'calendar_claims',
      `UPDATE calendar_claims SET starts_at = starts_at - interval '${interval}'
       WHERE starts_at = '2025-03-05T18:00Z'`,
    );
  // The first ends at 16:15, with its buffer.
  expect(await refusalOf(shift('106 minutes'))).toMatchObject({ code: '23P01' });
  await sql(shift('105 minutes'));
});

test('the constraint itself refuses two windows at once, with every trigger asleep', async () => {
  const { id } = await createUser();
  const add = (from: string, to: string) =>
    withoutTriggers(
      'availability',
      `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
       VALUES ('${id}', 'monday', '${from}', '${to}', 'UTC')`,
    );
  await sql(add('09:00', '12:00'));
  expect(await refusalOf(add('11:59', '13:00'))).toMatchObject({ code: '23P01' });
  await sql(add('12:00', '13:00'));
});

test('what a claim covers is computed by the database, half-open', async () => {
  const [during] = await sql(
    `SELECT is_generated, generation_expression FROM information_schema.columns
     WHERE table_name = 'calendar_claims' AND column_name = 'during'`,
  );
  expect(during).toEqual({
    is_generated: 'ALWAYS',
    generation_expression: 'tstzrange(starts_at, ends_at)',
  });
});

test.each([
  'availability_start_is_before_end',
  'availability_timezone_is_known',
  'availability_times_are_clock_times',
  'availability_exceptions_start_is_before_end',
  'calendar_claims_start_is_before_end',
  'courses_price_is_not_negative',
  'courses_session_count_is_positive',
  'courses_session_minutes_are_sane',
  'enrollments_session_count_is_not_negative',
  'payments_amount_is_not_negative',
  'sessions_buffer_is_not_negative',
  'sessions_hold_has_an_end',
  'sessions_last_a_day_at_most',
  'sessions_start_is_before_end',
  'sessions_teacher_is_not_the_student',
  'student_teachers_buffer_is_not_negative',
  'student_teachers_horizon_is_sane',
  'student_teachers_notice_is_not_negative',
  'student_teachers_rating_is_one_to_five',
  'student_teachers_slot_step_is_sane',
  'student_teachers_slots_fit_a_page',
  'users_email_is_lower_case',
  'users_timezone_is_known',
])('%s is a check that holds for every row', async (name) => {
  expect(await constraintsOf('c')).toContainEqual([name, expect.stringMatching(/^CHECK /)]);
});

test.each([
  ['notifications', '(session_id, recipient_id, kind, sequence)'],
  ['payments', '(stripe_checkout_id)'],
  ['stripe_events', '(id)'],
  ['sessions', '(student_id, idempotency_key)'],
])('%s has a unique index on %s', async (table, columns) => {
  const rows = await sql<{ indexdef: string }>(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = $1`,
    table,
  );
  const unique = rows.filter(({ indexdef }) => indexdef.startsWith('CREATE UNIQUE INDEX'));
  expect(unique.filter(({ indexdef }) => indexdef.endsWith(columns))).toHaveLength(1);
});

test('the triggers that keep claims, events, mails and analytics in step are there and fire', async () => {
  const rows = await sql<{ trigger: string }>(
    `SELECT tgrelid::regclass || ' ' || tgname AS trigger FROM pg_trigger
     WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY 1`,
  );
  const triggers = rows.map((row) => row.trigger);
  const needed = [
    'calendar_claims calendar_claims_follow_sessions',
    'session_events session_events_follow_sessions',
    'sessions sessions_0_stay_true',
    'sessions sessions_1_derive',
    'sessions sessions_2_entitle',
    'sessions sessions_3_claim_on_insert',
    'sessions sessions_3_claim_on_update',
    'sessions sessions_4_record',
    'sessions sessions_5_notify_on_insert',
    'sessions sessions_5_notify_on_update',
    'sessions sessions_are_kept',
  ];
  expect(triggers.filter((trigger) => needed.includes(trigger))).toEqual(needed);
});

test.each([
  ['sessions_keep_their_student', 'enrollments(id, course_id, student_id)'],
  ['sessions_keep_their_teacher', 'student_teachers(id, course_id, user_id)'],
])('%s ties a session to whom it was booked with', async (name, target) => {
  expect((await constraintsOf('f')).get(name)?.split(' REFERENCES ')[1]).toBe(target);
});
