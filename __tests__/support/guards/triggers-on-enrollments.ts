import type { GuardProof } from './proof';
import { ID } from './scene';

const DEFER = `UPDATE enrollments SET deferred_at = database_now() WHERE id = ${ID.otherEnrollment}`;
const BOOK = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
  VALUES (${ID.otherEnrollment}, ${ID.otherSt}, timestamptz '2026-03-06T15:00Z')`;

const MAIL = `FROM notifications WHERE kind = 'schedule-later' AND subject_type = 'enrollment'`;

const ANONYMIZE = `SELECT anonymize_user(${ID.stranger})`;
const GONE = { refusal: { code: '23514' } };

/** An enrollment and an ST of a person who is then anonymized, which ends both. */
const LEAVE = `
  INSERT INTO enrollments (id, student_id, course_id, session_count)
    VALUES (${ID.added}, ${ID.stranger}, ${ID.course}, 10);
  INSERT INTO student_teachers (id, user_id, course_id) VALUES (${ID.added}, ${ID.stranger}, ${ID.pricedCourse});
  ${ANONYMIZE}`;

const LEFT_BEHIND = {
  availability: `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${ID.stranger}, 'monday', '09:00', '12:00', 'Europe/Berlin')`,
  availability_exceptions: `INSERT INTO availability_exceptions (user_id, kind, starts_at, ends_at)
    VALUES (${ID.stranger}, 'extra_hours', now(), now() + interval '1 hour')`,
  sign_in_links: `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at)
    VALUES (${ID.stranger}, decode(repeat('ab', 32), 'hex'), now(), now() + interval '5 minutes')`,
  calendar_feeds: `INSERT INTO calendar_feeds (user_id, token_hash)
    VALUES (${ID.stranger}, decode(repeat('ab', 32), 'hex'))`,
};

/** A person who was anonymized is gone for good. */
export const ANONYMIZED_PROOFS: readonly GuardProof[] = [
  {
    guard: 'trigger users.users_stay_anonymized',
    promise: 'an anonymized person cannot get a name again',
    as: 'ops',
    arrange: ANONYMIZE,
    attack: `UPDATE users SET name = 'Sam Stranger' WHERE id = ${ID.stranger}`,
    isHeld: GONE,
  },
  {
    guard: 'trigger enrollments.enrollments_require_present_person_on_insert',
    promise: 'an anonymized person does not enroll',
    as: 'ops',
    arrange: ANONYMIZE,
    attack: `INSERT INTO enrollments (student_id, course_id, session_count)
      VALUES (${ID.stranger}, ${ID.course}, 10)`,
    isHeld: GONE,
  },
  {
    guard: 'trigger enrollments.enrollments_require_present_person_on_update',
    promise: 'an anonymized person’s enrollment does not come back',
    as: 'ops',
    arrange: LEAVE,
    attack: `UPDATE enrollments SET status = 'active' WHERE id = ${ID.added}`,
    isHeld: GONE,
  },
  {
    guard: 'trigger enrollments.enrollments_require_present_person_on_update',
    promise: 'an enrollment does not move to an anonymized person',
    as: 'ops',
    arrange: ANONYMIZE,
    attack: `UPDATE enrollments SET student_id = ${ID.stranger} WHERE id = ${ID.otherEnrollment}`,
    isHeld: GONE,
  },
  {
    guard: 'trigger student_teachers.student_teachers_require_present_person_on_insert',
    promise: 'an anonymized person does not become an ST',
    as: 'ops',
    arrange: ANONYMIZE,
    attack: `INSERT INTO student_teachers (user_id, course_id) VALUES (${ID.stranger}, ${ID.course})`,
    isHeld: GONE,
  },
  {
    guard: 'trigger student_teachers.student_teachers_require_present_person_on_update',
    promise: 'an anonymized ST does not teach again',
    as: 'ops',
    arrange: LEAVE,
    attack: `UPDATE student_teachers SET is_active = true WHERE id = ${ID.added}`,
    isHeld: GONE,
  },
  ...Object.entries(LEFT_BEHIND).map(
    ([table, attack]): GuardProof => ({
      guard: `trigger ${table}.${table}_require_present_person`,
      promise: `an anonymized person leaves nothing new in ${table}`,
      arrange: ANONYMIZE,
      attack,
      isHeld: GONE,
    }),
  ),
  {
    guard: 'trigger sessions.sessions_5_require_present_person_on_update',
    promise: 'no note is left on a session of an anonymized student',
    as: 'ops',
    arrange: `SELECT anonymize_user(${ID.student})`,
    attack: `UPDATE sessions SET note = 'Call me' WHERE id = ${ID.session}`,
    isHeld: GONE,
  },
  {
    guard: 'trigger sessions.sessions_5_require_present_person_on_update',
    promise: 'no reason for a waiver is left on a session of an anonymized student',
    as: 'ops',
    arrange: `SELECT anonymize_user(${ID.student})`,
    attack: `UPDATE sessions SET payment_waiver = 'Paid by Ana' WHERE id = ${ID.session}`,
    isHeld: GONE,
  },
  {
    guard: 'trigger notifications.notifications_skip_anonymized_recipient',
    promise: 'no email to an anonymized person is planned',
    as: 'ops',
    arrange: `${LEAVE}`,
    attack: `UPDATE enrollments SET deferred_at = database_now() WHERE id = ${ID.added}`,
    isHeld: {
      outcome: `SELECT NOT EXISTS (SELECT FROM notifications WHERE recipient_id = ${ID.stranger})`,
    },
  },
];

/** What an enrollment counts, cancels and notifies. */
export const ENROLLMENT_PROOFS: readonly GuardProof[] = [
  {
    guard: 'trigger enrollments.enrollments_1_derive',
    promise: 'a new enrollment has used no sessions, whatever is written',
    attack: `INSERT INTO enrollments (student_id, course_id, session_count, sessions_used)
      VALUES (${ID.stranger}, ${ID.course}, 10, 7)`,
    isHeld: {
      outcome: `SELECT sessions_used = 0 FROM enrollments WHERE student_id = ${ID.stranger}`,
    },
  },
  {
    guard: 'trigger enrollments.enrollments_1_derive',
    promise: 'a new enrollment counts its own deferrals, whatever is written',
    attack: `INSERT INTO enrollments (student_id, course_id, session_count, deferred_at, deferrals)
      VALUES (${ID.stranger}, ${ID.course}, 10, database_now(), 9)`,
    isHeld: { outcome: `SELECT deferrals = 1 FROM enrollments WHERE student_id = ${ID.stranger}` },
  },
  {
    guard: 'trigger enrollments.enrollments_1_derive',
    promise: 'the time of a "Schedule Later" choice is unchanged, whatever is written',
    arrange: DEFER,
    attack: `UPDATE enrollments SET deferred_at = '2020-01-01' WHERE id = ${ID.otherEnrollment}`,
    isHeld: {
      outcome: `SELECT deferred_at = database_now() FROM enrollments WHERE id = ${ID.otherEnrollment}`,
    },
  },
  {
    guard: 'trigger enrollments.enrollments_1_derive',
    promise: 'each choice of "Schedule Later" is counted',
    attack: `${DEFER}; ${BOOK}; ${DEFER}`,
    isHeld: { outcome: `SELECT deferrals = 2 FROM enrollments WHERE id = ${ID.otherEnrollment}` },
  },
  {
    guard: 'trigger enrollments.enrollments_2_end',
    promise: 'a cancelled enrollment cancels its sessions still to come',
    attack: `UPDATE enrollments SET status = 'cancelled' WHERE id = ${ID.enrollment}`,
    isHeld: { outcome: `SELECT status = 'cancelled' FROM sessions` },
  },
  {
    guard: 'trigger enrollments.enrollments_2_end',
    promise: 'no enrollment is completed while sessions are still to come',
    attack: `UPDATE enrollments SET status = 'completed' WHERE id = ${ID.enrollment}`,
    isHeld: { refusal: { code: '23514', table: 'enrollments' } },
  },
  {
    guard: 'trigger enrollments.enrollments_3_notify_on_insert',
    promise: 'a student who is enrolled as deferred is notified',
    attack: `INSERT INTO enrollments (student_id, course_id, session_count, deferred_at)
      VALUES (${ID.stranger}, ${ID.course}, 10, database_now())`,
    isHeld: {
      outcome: `SELECT count(*) = 1 ${MAIL} AND recipient_id = ${ID.stranger} AND status = 'pending'`,
    },
  },
  {
    guard: 'trigger enrollments.enrollments_3_notify_on_update',
    promise: 'a student who chooses "Schedule Later" is notified',
    attack: DEFER,
    isHeld: {
      outcome: `SELECT count(*) = 1 ${MAIL} AND recipient_id = ${ID.otherStudent} AND status = 'pending'`,
    },
  },
  {
    guard: 'trigger enrollments.enrollments_3_notify_on_update',
    promise: 'a booking voids the "Schedule Later" email',
    arrange: DEFER,
    attack: BOOK,
    isHeld: { outcome: `SELECT count(*) = 0 ${MAIL} AND status = 'pending'` },
  },
  {
    guard: 'trigger enrollments.enrollments_4_measure',
    promise: 'a student’s own choice of "Schedule Later" is counted in analytics',
    attack: `SELECT set_actor(${ID.otherStudent}); ${DEFER}`,
    isHeld: { outcome: `SELECT count(*) = 1 FROM analytics_events WHERE name = 'schedule_later'` },
  },
  {
    guard: 'trigger student_teachers.student_teachers_derive',
    promise: 'a new ST has taught nobody, whatever is written',
    attack: `INSERT INTO student_teachers (user_id, course_id, students_taught)
      VALUES (${ID.stranger}, ${ID.course}, 500)`,
    isHeld: {
      outcome: `SELECT students_taught = 0 FROM student_teachers WHERE user_id = ${ID.stranger}`,
    },
  },
];
