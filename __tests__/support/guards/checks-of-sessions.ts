import { checkProof } from './check-proof';
import type { GuardProof } from './proof';
import { ID } from './scene';

const DERIVED = ['trigger sessions.sessions_2_derive'];

const PRICED_HOLD = `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status)
  VALUES (${ID.added}, ${ID.pricedEnrollment}, ${ID.pricedSt}, timestamptz '2026-03-06T15:00Z', 'pending_payment')`;

const OWN_STUDENT = `INSERT INTO enrollments (id, student_id, course_id, session_count)
  VALUES (${ID.added}, ${ID.teacher}, ${ID.course}, 10)`;

const CLAIM_START = 'constraint calendar_claims.calendar_claims_start_is_before_end';

/** What a session may hold, no matter who writes it. */
export const SESSION_CHECKS: readonly GuardProof[] = [
  checkProof(
    'sessions.sessions_start_is_before_end',
    'no session ends when it starts',
    'UPDATE sessions SET scheduled_end = scheduled_start',
    { alsoHeldBy: [CLAIM_START] },
  ),
  checkProof(
    'sessions.sessions_last_a_day_at_most',
    'no session lasts longer than a day',
    `UPDATE sessions SET scheduled_end = scheduled_start + interval '24 hours 1 microsecond'`,
  ),
  checkProof(
    'sessions.sessions_buffer_is_not_negative',
    'no buffer is negative',
    'UPDATE sessions SET buffer_minutes = -1',
  ),
  checkProof(
    'sessions.sessions_buffer_is_not_negative',
    'no buffer is longer than a day',
    'UPDATE sessions SET buffer_minutes = 1441',
  ),
  checkProof(
    'sessions.sessions_hold_has_an_end',
    'a session that is confirmed does not run out',
    `UPDATE sessions SET hold_expires_at = database_now() + interval '1 hour'`,
    { alsoHeldBy: DERIVED, outcome: 'SELECT hold_expires_at IS NULL FROM sessions' },
  ),
  checkProof(
    'sessions.sessions_hold_has_an_end',
    'every hold has an expiry',
    `UPDATE sessions SET hold_expires_at = NULL WHERE id = ${ID.added}`,
    {
      arrange: PRICED_HOLD,
      alsoHeldBy: DERIVED,
      outcome: `SELECT hold_expires_at IS NOT NULL FROM sessions WHERE id = ${ID.added}`,
    },
  ),
  checkProof(
    'sessions.sessions_hold_lasts_a_day_at_most',
    'no hold lasts longer than a day',
    `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status, hold_expires_at)
     VALUES (${ID.added}, ${ID.pricedEnrollment}, ${ID.pricedSt}, timestamptz '2026-03-06T15:00Z', 'pending_payment',
       database_now() + interval '24 hours 1 second')`,
  ),
  checkProof(
    'sessions.sessions_hold_lasts_a_day_at_most',
    'no hold is extended beyond a day from its beginning, also when it is moved',
    `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day',
       hold_expires_at = timed_at + interval '24 hours 1 second' WHERE id = ${ID.added}`,
    { arrange: PRICED_HOLD },
  ),
  checkProof(
    'sessions.sessions_note_is_short',
    'a note is at most 1000 characters long',
    `UPDATE sessions SET note = repeat('ñ', 1001)`,
  ),
  checkProof(
    'sessions.sessions_price_has_a_currency',
    'no price is without a currency',
    'UPDATE sessions SET price_cents = 2500',
    { alsoHeldBy: DERIVED, outcome: 'SELECT price_cents IS NULL FROM sessions' },
  ),
  checkProof(
    'sessions.sessions_price_has_a_currency',
    'no currency is without a price',
    `UPDATE sessions SET currency = 'usd'`,
    { alsoHeldBy: DERIVED, outcome: 'SELECT currency IS NULL FROM sessions' },
  ),
  checkProof(
    'sessions.sessions_price_has_a_currency',
    'a session that costs nothing has no price',
    `UPDATE sessions SET price_cents = 0, currency = 'usd'`,
    { alsoHeldBy: DERIVED, outcome: 'SELECT price_cents IS NULL FROM sessions' },
  ),
  checkProof(
    'sessions.sessions_teacher_is_not_the_student',
    'nobody has a session with themselves',
    `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
     VALUES (${ID.added}, ${ID.st}, timestamptz '2026-03-06T15:00Z')`,
    {
      arrange: OWN_STUDENT,
      alsoHeldBy: [
        'constraint calendar_claims.calendar_claims_pkey',
        'constraint calendar_claims.calendar_claims_no_person_in_two_places',
      ],
    },
  ),
  checkProof(
    'sessions.sessions_waiver_says_why',
    'a session is not waived without a reason',
    `UPDATE sessions SET payment_waiver = E' \\n'`,
  ),
  checkProof(
    'sessions.sessions_waiver_says_why',
    'the reason of a waiver is at most 200 characters long',
    `UPDATE sessions SET payment_waiver = repeat('w', 201)`,
  ),
  checkProof(
    'calendar_claims.calendar_claims_start_is_before_end',
    'no claim is empty',
    'UPDATE calendar_claims SET ends_at = starts_at',
  ),
  checkProof(
    'payments.payments_currency_is_a_code',
    'no payment is in a currency that is no code',
    `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
     VALUES (${ID.session}, 'cs_1', 2500, 'USD')`,
  ),
  checkProof(
    'payments.payments_amount_is_not_negative',
    'a payment is not negative',
    `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
     VALUES (${ID.session}, 'cs_1', -1, 'usd')`,
  ),
];
