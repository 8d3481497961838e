/** A check of rows: the query answers `id` for each that is not as it must be. */
export interface RowCheck {
  what: string;
  advice: string;
  query: string;
}

const REWRITE_CLAIMS =
  'Change buffer_minutes of the session and change it back: its claims are written anew. If that is refused, cancel or move it.';

const LIVE = `status IN ('pending_payment', 'scheduled')`;

/** The claims that sessions must have made, as the trigger makes them. */
const EXPECTED_CLAIMS = `
  SELECT id AS session_id, user_id, scheduled_start AS starts_at, ends_at, hold_expires_at
  FROM sessions, LATERAL (VALUES
    (teacher_id, scheduled_end + make_interval(mins => buffer_minutes)),
    (student_id, scheduled_end)
  ) AS person (user_id, ends_at)
  WHERE ${LIVE}`;

export const ROW_CHECKS: readonly RowCheck[] = [
  {
    what: 'Live sessions with missing or wrong claims',
    advice: REWRITE_CLAIMS,
    query: `SELECT DISTINCT session_id AS id FROM (
      ${EXPECTED_CLAIMS}
      EXCEPT SELECT session_id, user_id, starts_at, ends_at, hold_expires_at FROM calendar_claims
    ) AS missing`,
  },
  {
    what: 'Claims without a live session',
    advice: REWRITE_CLAIMS,
    query: `SELECT DISTINCT session_id AS id FROM calendar_claims AS claim
      WHERE (session_id, user_id) NOT IN (SELECT session_id, user_id FROM (${EXPECTED_CLAIMS}) AS expected)`,
  },
  {
    what: 'Holds that ran out',
    advice:
      'Set the status to expired. The next booking of either person and the cron route for sessions do it by themselves.',
    query: `SELECT id FROM sessions WHERE status = 'pending_payment' AND hold_expires_at <= now()`,
  },
  {
    what: 'Notifications overdue by over five minutes',
    advice:
      'Nothing sends them. See that the cron route for reminders is called, and what its last answer says.',
    query: `SELECT id FROM notifications
      WHERE status = 'pending' AND greatest(due_at, next_attempt_at) < now() - interval '5 minutes'`,
  },
  {
    what: 'Notifications given up',
    advice:
      'Read last_error, mend it, then set status to pending, attempts to 0 and both dates of attempts to empty.',
    query: `SELECT id FROM notifications WHERE status = 'failed'`,
  },
  {
    what: 'Enrollments over their session_count',
    advice: 'Raise session_count to what was agreed, or cancel sessions.',
    query: `SELECT enrollment_id AS id FROM sessions JOIN enrollments ON enrollments.id = enrollment_id
      WHERE sessions.status NOT IN ('cancelled', 'expired')
        AND (sessions.status <> 'pending_payment' OR hold_expires_at > now())
      GROUP BY enrollment_id, session_count HAVING count(*) > session_count`,
  },
  {
    what: 'Active STs whose availability is empty',
    advice: 'Add their hours to availability, or set is_active to false: nobody can book them.',
    query: `SELECT id FROM student_teachers AS st WHERE is_active
      AND NOT EXISTS (SELECT FROM availability WHERE user_id = st.user_id)
      AND NOT EXISTS (SELECT FROM availability_exceptions
        WHERE user_id = st.user_id AND kind = 'extra_hours' AND ends_at > now())`,
  },
];
