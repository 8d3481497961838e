import { stopClockAt } from '@/prisma/database-time';
import type { GuardProof } from './proof';
import { ID, START } from './scene';

const CHECKED = { code: '23514', table: 'sessions' };
const CHECK_CHANGE = 'trigger sessions.sessions_1_check_change';
const DERIVE = 'trigger sessions.sessions_2_derive';

/** Another session of the other student with the other ST. */
function begin(columns: string, values: string): string {
  return `INSERT INTO sessions (id, enrollment_id, st_id, ${columns})
    VALUES (${ID.added}, ${ID.otherEnrollment}, ${ID.otherSt}, ${values})`;
}

const HOLD = begin('scheduled_start, status', `${START}, 'pending_payment'`);

/** Another course of the same two people. */
const ELSEWHERE = `
  INSERT INTO courses (id, title, description, session_count) VALUES (${ID.added}, 'Ropes', 'All.', 10);
  INSERT INTO student_teachers (id, user_id, course_id) VALUES (${ID.added}, ${ID.teacher}, ${ID.added});
  INSERT INTO enrollments (id, student_id, course_id, session_count)
    VALUES (${ID.added}, ${ID.student}, ${ID.added}, 10)`;

function refused(promise: string, attack: string, arrange?: string): GuardProof {
  const first = arrange ? { arrange } : {};
  return { guard: CHECK_CHANGE, promise, ...first, attack, isHeld: { refusal: CHECKED } };
}

const CHANGES = [
  ...['completed', 'cancelled', 'no_show', 'expired'].map((status) =>
    refused(
      `no session begins as ${status}`,
      // In an enrollment that has used a session: another count would refuse to go below zero.
      `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
       VALUES (${ID.enrollment}, ${ID.otherSt}, ${START} + interval '1 day', '${status}')`,
    ),
  ),
  refused(
    'no session begins in the past',
    begin('scheduled_start', `database_now() - interval '1 second'`),
  ),
  refused(
    'no session moves into the past',
    `UPDATE sessions SET scheduled_start = database_now() - interval '1 second'`,
  ),
  refused(
    'a session stays with its student and its course',
    `UPDATE sessions SET enrollment_id = ${ID.added}, st_id = ${ID.added}`,
    ELSEWHERE,
  ),
  refused(
    'a scheduled session does not become a hold',
    `UPDATE sessions SET status = 'pending_payment'`,
  ),
  refused(
    'a session is not completed before it starts',
    `UPDATE sessions SET status = 'completed'`,
  ),
  refused(
    'a hold is not expired before it ends',
    `UPDATE sessions SET status = 'expired' WHERE id = ${ID.added}`,
    HOLD,
  ),
  refused(
    'a hold does not expire earlier than its student was shown',
    `UPDATE sessions SET hold_expires_at = hold_expires_at - interval '1 second' WHERE id = ${ID.added}`,
    HOLD,
  ),
  refused(
    'a hold is not confirmed once its session has begun',
    `UPDATE sessions SET status = 'scheduled' WHERE id = ${ID.added}`,
    `${HOLD}; ${stopClockAt(new Date('2026-03-05T15:00:00Z'))}`,
  ),
  refused(
    'the key of a form stays with its session',
    `UPDATE sessions SET idempotency_key = NULL WHERE id = ${ID.added}`,
    begin('scheduled_start, idempotency_key', `${START}, 'a form'`),
  ),
  refused(
    'a cancelled session does not move',
    `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day'`,
    `UPDATE sessions SET status = 'cancelled'`,
  ),
];

function derived(promise: string, attack: string, outcome: string, arrange?: string): GuardProof {
  const first = arrange ? { arrange } : {};
  return { guard: DERIVE, promise, ...first, attack, isHeld: { outcome } };
}

const DERIVED = [
  derived(
    'a session takes its people and course from its enrollment and ST, whatever is written',
    `UPDATE sessions SET course_id = ${ID.pricedCourse}, student_id = ${ID.stranger}, teacher_id = ${ID.otherTeacher}`,
    `SELECT (course_id, student_id, teacher_id) = (${ID.course}::uuid, ${ID.student}::uuid, ${ID.teacher}::uuid) FROM sessions`,
  ),
  derived(
    'a session with only a start has the length in its course',
    begin('scheduled_start', START),
    `SELECT scheduled_end - scheduled_start = interval '60 minutes' FROM sessions WHERE id = ${ID.added}`,
  ),
  derived(
    'a session that is moved by its start keeps its length',
    `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day'`,
    `SELECT scheduled_end = ${START} + interval '25 hours' FROM sessions`,
  ),
  derived(
    'a session has the price of its course, whatever is written',
    `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status, course_id, student_id, teacher_id,
       scheduled_end, buffer_minutes, hold_expires_at, price_cents, currency)
     VALUES (${ID.added}, ${ID.pricedEnrollment}, ${ID.pricedSt}, ${START} + interval '1 day', 'pending_payment',
       ${ID.pricedCourse}, ${ID.student}, ${ID.teacher}, ${START} + interval '25 hours', 15,
       database_now() + interval '35 minutes', 1, 'usd')`,
    `SELECT price_cents = 2500 FROM sessions WHERE id = ${ID.added}`,
  ),
  derived(
    'a price does not change afterwards',
    `UPDATE sessions SET price_cents = 1, currency = 'usd'`,
    'SELECT price_cents IS NULL FROM sessions',
  ),
  derived(
    'a hold without an expiry expires after 35 minutes',
    HOLD,
    `SELECT hold_expires_at = database_now() + interval '35 minutes' FROM sessions WHERE id = ${ID.added}`,
  ),
  derived(
    'a hold ends when its session starts at the latest',
    begin('scheduled_start, status', `database_now() + interval '20 minutes', 'pending_payment'`),
    `SELECT hold_expires_at = scheduled_start FROM sessions WHERE id = ${ID.added}`,
  ),
  derived(
    'moving a hold does not change its beginning',
    `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day', timed_at = timed_at + interval '1 hour'
     WHERE id = ${ID.added}`,
    `SELECT timed_at = created_at FROM sessions WHERE id = ${ID.added}`,
    HOLD,
  ),
  derived(
    'a session cannot be taken without being used',
    'UPDATE sessions SET uses_session = false',
    'SELECT uses_session FROM sessions',
  ),
  derived(
    'the sequence rises by one with each version that people are notified of, whatever is written',
    `UPDATE sessions SET sequence = 41, scheduled_start = scheduled_start + interval '1 day'`,
    'SELECT sequence = 1 FROM sessions',
  ),
  derived(
    'the sequence is unchanged by an edit that notifies nobody',
    `UPDATE sessions SET sequence = 41, timed_at = timed_at - interval '1 year'`,
    'SELECT sequence = 0 AND timed_at = database_now() FROM sessions',
  ),
  derived(
    'a reassigned session has the buffer of its new ST',
    `UPDATE sessions SET st_id = ${ID.otherSt}`,
    `SELECT buffer_minutes = 40 FROM sessions`,
    `UPDATE student_teachers SET buffer_minutes = 40 WHERE id = ${ID.otherSt}`,
  ),
  derived(
    'a confirmed hold has no expiry',
    `UPDATE sessions SET status = 'scheduled' WHERE id = ${ID.added}`,
    `SELECT hold_expires_at IS NULL FROM sessions WHERE id = ${ID.added}`,
    HOLD,
  ),
];

const OVERVIEW: readonly GuardProof[] = [
  {
    guard: 'trigger ops_sessions.ops_sessions_edit',
    promise: 'a session is changed where ops see it',
    as: 'ops',
    attack: `UPDATE ops_sessions SET status = 'cancelled' WHERE id = ${ID.session}`,
    isHeld: { outcome: `SELECT status = 'cancelled' FROM sessions WHERE id = ${ID.session}` },
  },
];

/** What may become of a session, and what follows from it. */
export const CHANGE_PROOFS: readonly GuardProof[] = [...CHANGES, ...DERIVED, ...OVERVIEW];
