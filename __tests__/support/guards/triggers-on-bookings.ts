import { stopClockAt } from '@/prisma/database-time';
import type { GuardProof } from './proof';
import { ID, START } from './scene';

const AFTERWARDS = stopClockAt(new Date('2026-03-09T00:00:00Z'));
const WHEN_IT_LAPSED = stopClockAt(new Date('2026-03-02T10:35:00Z'));

const begin = (enrollment: string, st: string, start: string, more = `'scheduled', NULL`) =>
  `INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, status, payment_waiver)
   VALUES (${ID.added}, ${enrollment}, ${st}, ${start}, ${more})`;

const NEXT_DAY = `${START} + interval '1 day'`;
const PRICED_HOLD = begin(ID.pricedEnrollment, ID.pricedSt, NEXT_DAY, `'pending_payment', NULL`);
const WAIVED = begin(ID.pricedEnrollment, ID.pricedSt, NEXT_DAY, `'scheduled', 'Paid by invoice.'`);
const CONFIRM = `UPDATE sessions SET status = 'scheduled' WHERE id = ${ID.added}`;

/** A hold of the other student with the ST, the day after the session, that has run out by now. */
const LAPSED_HOLD = `${begin(ID.otherEnrollment, ID.st, NEXT_DAY, `'pending_payment', NULL`)}; ${WHEN_IT_LAPSED}`;

const DEACTIVATE = `UPDATE student_teachers SET is_active = false WHERE id = ${ID.otherSt}`;
const UNPAID = { code: 'PL004', table: 'sessions' };
const INACTIVE = { code: 'PL002', table: 'sessions' };

const ENTITLED: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_3_require_payment_on_insert',
    promise: 'a session that costs money begins as a hold',
    attack: begin(ID.pricedEnrollment, ID.pricedSt, NEXT_DAY),
    isHeld: { refusal: UNPAID },
  },
  {
    guard: 'trigger sessions.sessions_3_require_payment_on_update',
    promise: 'a hold is confirmed only when it is paid',
    arrange: PRICED_HOLD,
    attack: CONFIRM,
    isHeld: { refusal: UNPAID },
  },
  {
    guard: 'trigger sessions.sessions_3_require_payment_on_update',
    promise: 'a waiver stays as long as it is needed',
    arrange: WAIVED,
    attack: `UPDATE sessions SET payment_waiver = NULL WHERE id = ${ID.added}`,
    isHeld: { refusal: UNPAID },
  },
  {
    guard: 'trigger sessions.sessions_5_require_active_st_on_insert',
    promise: 'a new session goes to an active ST',
    arrange: DEACTIVATE,
    attack: begin(ID.otherEnrollment, ID.otherSt, START),
    isHeld: { refusal: INACTIVE },
  },
  {
    guard: 'trigger sessions.sessions_5_require_active_st_on_update',
    promise: 'a session is reassigned to an active ST only',
    arrange: DEACTIVATE,
    attack: `UPDATE sessions SET st_id = ${ID.otherSt}`,
    isHeld: { refusal: INACTIVE },
  },
  {
    guard: 'trigger sessions.sessions_5_require_active_st_on_update',
    promise: 'only a session of an active ST is reopened',
    arrange: `UPDATE sessions SET status = 'cancelled'; UPDATE student_teachers SET is_active = false`,
    attack: `UPDATE sessions SET status = 'scheduled'`,
    isHeld: { refusal: INACTIVE },
  },
];

const COUNTED: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_6_count_on_insert',
    promise: 'no more sessions are booked than the enrollment includes',
    arrange: `UPDATE enrollments SET session_count = 1 WHERE id = ${ID.enrollment}`,
    attack: begin(ID.enrollment, ID.st, NEXT_DAY),
    isHeld: { refusal: { code: 'PL001', table: 'sessions' } },
  },
  {
    guard: 'trigger sessions.sessions_6_count_on_insert',
    promise: 'nothing is booked in an enrollment that has ended',
    arrange: `UPDATE enrollments SET status = 'completed' WHERE id = ${ID.otherEnrollment}`,
    attack: begin(ID.otherEnrollment, ID.st, NEXT_DAY),
    isHeld: { refusal: { code: 'PL003', table: 'sessions' } },
  },
  {
    guard: 'trigger sessions.sessions_6_count_on_update',
    promise: 'a cancelled session is returned to its enrollment',
    attack: `UPDATE sessions SET status = 'cancelled'`,
    isHeld: { outcome: `SELECT sessions_used = 0 FROM enrollments WHERE id = ${ID.enrollment}` },
  },
  {
    guard: 'trigger sessions.sessions_6_count_taught',
    promise:
      'a student is counted as taught once, however many of their sessions are completed at once',
    arrange: `${begin(ID.enrollment, ID.st, NEXT_DAY)}; ${AFTERWARDS}`,
    attack: `UPDATE sessions SET status = 'completed'`,
    isHeld: { outcome: `SELECT students_taught = 1 FROM student_teachers WHERE id = ${ID.st}` },
  },
];

const RELEASED: readonly GuardProof[] = [
  {
    guard: 'trigger sessions.sessions_4_lock_people_on_insert',
    promise: 'a lapsed hold blocks nobody',
    arrange: LAPSED_HOLD,
    attack: `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
      VALUES (${ID.enrollment}, ${ID.st}, ${NEXT_DAY})`,
    isHeld: { outcome: `SELECT status = 'expired' FROM sessions WHERE id = ${ID.added}` },
  },
  {
    guard: 'trigger sessions.sessions_4_lock_people_on_update',
    promise: 'a lapsed hold does not block a move',
    arrange: LAPSED_HOLD,
    attack: `UPDATE sessions SET scheduled_start = ${NEXT_DAY} WHERE id = ${ID.session}`,
    isHeld: { outcome: `SELECT status = 'expired' FROM sessions WHERE id = ${ID.added}` },
  },
];

/** Who may have a session, and what it uses up. */
export const BOOKING_PROOFS: readonly GuardProof[] = [...ENTITLED, ...COUNTED, ...RELEASED];
