import { sqlAsOwner } from './plain-sql';

// Each query finds the rows that break one promise, whatever statement they came from.

// A session that is cancelled while it runs keeps its people's time until it ends.
const TAKES_TIME = `(status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
  OR status = 'cancelled' AND timed_at >= scheduled_start)`;
const HELD_TIME = `
  SELECT id, teacher_id AS user_id, scheduled_start AS starts_at,
    scheduled_end + make_interval(mins => buffer_minutes) AS ends_at, hold_expires_at
  FROM sessions WHERE ${TAKES_TIME}
  UNION ALL
  SELECT id, student_id, scheduled_start, scheduled_end, hold_expires_at
  FROM sessions WHERE ${TAKES_TIME}`;
const TO_COME = 'WHERE ends_at > database_now()';
const CLAIMED = `SELECT session_id AS id, user_id, starts_at, ends_at, hold_expires_at FROM calendar_claims`;

const PROMISES = {
  'a session holds the time of both people': `SELECT id FROM (${HELD_TIME}) AS held ${TO_COME} EXCEPT SELECT id FROM (${CLAIMED}) AS claimed`,
  'claims are those of sessions': `SELECT id FROM (
      SELECT * FROM (${CLAIMED}) AS claimed ${TO_COME} EXCEPT SELECT * FROM (${HELD_TIME}) AS held
    ) AS stray`,
  'an enrollment counts its sessions': `SELECT id FROM enrollments WHERE sessions_used <> (
      SELECT count(*) FROM sessions WHERE enrollment_id = enrollments.id
        AND status IN ('pending_payment', 'scheduled', 'completed', 'no_show'))`,
  'an enrollment has no more sessions than it includes':
    'SELECT id FROM enrollments WHERE sessions_used > session_count',
  'an ST counts the students taught': `SELECT id FROM student_teachers WHERE students_taught <> (
      SELECT count(DISTINCT student_id) FROM sessions WHERE st_id = student_teachers.id AND status = 'completed')`,
  'a session that costs money is paid or waived': `SELECT id FROM sessions
    WHERE status IN ('scheduled', 'completed', 'no_show') AND price_cents IS NOT NULL AND payment_waiver IS NULL
      AND NOT EXISTS (SELECT FROM payments WHERE session_id = sessions.id AND status = 'paid')`,
  'the last event says what the session is': `SELECT id FROM sessions
    WHERE (status, scheduled_start, scheduled_end, teacher_id, sequence) IS DISTINCT FROM (
      SELECT (status, scheduled_start, scheduled_end, teacher_id, sequence) FROM session_events
      WHERE session_id = sessions.id ORDER BY id DESC LIMIT 1)`,
  'both people are notified of an upcoming session': `SELECT id FROM sessions
    WHERE status = 'scheduled' AND scheduled_start > database_now() AND 2 > (
      SELECT count(DISTINCT recipient_id) FROM notifications
      WHERE subject_id = sessions.id AND version = sequence AND recipient_id IN (student_id, teacher_id)
        AND kind IN ('session-booked', 'session-changed'))`,
  // Nobody is notified of a session that had ended.
  'both people are notified of a cancellation': `SELECT id FROM (
      SELECT session_id AS id, teacher_id, status, sequence, happened_at, scheduled_end, lag(status) OVER (PARTITION BY session_id ORDER BY id) AS before
      FROM session_events
    ) AS event
    WHERE status = 'cancelled' AND before = 'scheduled' AND happened_at < scheduled_end AND EXISTS (
      SELECT FROM sessions JOIN users ON users.id IN (student_id, event.teacher_id)
      WHERE sessions.id = event.id AND anonymized_at IS NULL AND NOT EXISTS (
        SELECT FROM notifications WHERE subject_id = event.id AND recipient_id = users.id
          AND kind = 'session-cancelled' AND version = event.sequence))`,
  'an enrollment that has ended has no sessions to come': `SELECT sessions.id
    FROM sessions JOIN enrollments ON enrollments.id = enrollment_id
    WHERE enrollments.status <> 'active' AND sessions.status IN ('pending_payment', 'scheduled')
      AND scheduled_start > database_now()`,
};

/** The promises that rows of this worker's database break at this moment, with the ids of the rows. */
export async function findBrokenPromises(): Promise<{ promise: string; id: string }[]> {
  const checks = Object.entries(PROMISES).map(
    ([promise, query]) => `SELECT '${promise}' AS promise, id::text FROM (${query}) AS broken`,
  );
  return sqlAsOwner(checks.join(' UNION ALL '));
}
