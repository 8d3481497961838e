/** The query returns the `id` of each invalid row. */
export interface RowCheck {
  what: string;
  advice: string;
  query: string;
}

const REWRITE_CLAIMS =
  'Change buffer_minutes of the session and change it back, which rewrites its claims. If that is refused, cancel or move it.';
const SESSIONS_CLOCK =
  'Check that /api/cron/sessions is called every minute, and read its last response.';
const MAIL_CLOCK =
  'Check that /api/cron/reminders is called every minute, and read its last response.';
const TELL_AGAIN = 'Notify the people yourself. Then find out what deleted the notification.';

/** The future claims that sessions should have, as sessions_claim writes them. A buffer lasts at most a day. */
const EXPECTED_CLAIMS = `
  SELECT id AS session_id, user_id, scheduled_start AS starts_at, ends_at, hold_expires_at
  FROM sessions, LATERAL (VALUES
    (teacher_id, scheduled_end + make_interval(mins => buffer_minutes)),
    (student_id, scheduled_end)
  ) AS person (user_id, ends_at)
  WHERE (status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
      OR (status = 'cancelled' AND timed_at >= scheduled_start))
    AND scheduled_end > now() - interval '1 day' AND ends_at > now()`;

const CLAIMS_TO_COME = `
  SELECT session_id, user_id, starts_at, ends_at, hold_expires_at FROM calendar_claims WHERE ends_at > now()`;

/** Notifications older than this may have been purged, so their absence is not a problem. */
const MAIL_RETENTION = `(SELECT period FROM retention_periods() WHERE what = 'sent or voided notifications')`;

const CLAIM_CHECKS: readonly RowCheck[] = [
  {
    what: 'Sessions with missing or wrong claims',
    advice: REWRITE_CLAIMS,
    query: `SELECT DISTINCT session_id AS id FROM (${EXPECTED_CLAIMS} EXCEPT ${CLAIMS_TO_COME}) AS missing`,
  },
  {
    what: 'Sessions with extra claims',
    advice: REWRITE_CLAIMS,
    query: `SELECT DISTINCT session_id AS id FROM (
      SELECT session_id, user_id FROM (${CLAIMS_TO_COME}) AS claimed
      EXCEPT SELECT session_id, user_id FROM (${EXPECTED_CLAIMS}) AS expected) AS extra`,
  },
  {
    what: 'Claims that ended over five minutes ago',
    advice: SESSIONS_CLOCK,
    query: `SELECT DISTINCT session_id AS id FROM calendar_claims WHERE ends_at < now() - interval '5 minutes'`,
  },
];

const CLOCK_CHECKS: readonly RowCheck[] = [
  {
    what: 'Holds that lapsed over five minutes ago',
    advice: SESSIONS_CLOCK,
    query: `SELECT id FROM sessions
      WHERE status = 'pending_payment' AND hold_expires_at < now() - interval '5 minutes'`,
  },
  {
    what: 'Sessions that ended over five minutes ago and are still scheduled',
    advice: SESSIONS_CLOCK,
    query: `SELECT id FROM sessions
      WHERE status = 'scheduled' AND scheduled_end < now() - interval '5 minutes'`,
  },
];

const MAIL_CHECKS: readonly RowCheck[] = [
  {
    what: 'Notifications overdue by over five minutes',
    advice: MAIL_CLOCK,
    query: `SELECT id FROM notifications WHERE status = 'pending' AND due_at < now() - interval '5 minutes'
      AND (next_attempt_at IS NULL OR next_attempt_at < now() - interval '5 minutes')`,
  },
  {
    what: 'Failed notifications',
    advice: 'Read last_error, fix the cause, then set status to pending.',
    query: `SELECT id FROM notifications WHERE status = 'failed'`,
  },
  {
    what: 'Upcoming sessions without a notification',
    advice: TELL_AGAIN,
    query: `SELECT DISTINCT told.id FROM sessions AS told, LATERAL (VALUES (student_id), (teacher_id)) AS person (id)
      WHERE EXISTS (SELECT FROM users WHERE users.id = person.id AND anonymized_at IS NULL) AND told.status = 'scheduled' AND told.scheduled_end > now() AND told.timed_at > now() - ${MAIL_RETENTION}
        AND NOT EXISTS (
        SELECT FROM notifications WHERE subject_id = told.id AND recipient_id = person.id
          AND kind IN ('session-booked', 'session-changed') AND version = told.sequence)`,
  },
  {
    what: 'Cancellations without a notification',
    advice: TELL_AGAIN,
    query: `SELECT DISTINCT off.id FROM sessions AS off
        CROSS JOIN LATERAL (
          SELECT recipient_id, max(version) AS version FROM notifications
          WHERE subject_id = off.id AND status = 'sent' AND kind IN ('session-booked', 'session-changed')
          GROUP BY recipient_id
        ) AS told
      WHERE off.status IN ('cancelled', 'scheduled') AND off.scheduled_end > now() AND off.scheduled_start > now()
        AND off.sequence > 0 AND off.timed_at > now() - ${MAIL_RETENTION}
        AND (off.status = 'cancelled' OR told.recipient_id NOT IN (off.student_id, off.teacher_id))
        AND NOT EXISTS (SELECT FROM notifications WHERE subject_id = off.id
          AND recipient_id = told.recipient_id AND kind = 'session-cancelled' AND version > told.version)`,
  },
  {
    what: 'Missing reminders',
    advice: MAIL_CLOCK,
    query: `SELECT DISTINCT soon.id FROM sessions AS soon
        CROSS JOIN (VALUES
          ('session-reminder-24h'::notification_kind, interval '24 hours', interval '1 hour'),
          ('session-reminder-1h', interval '1 hour', interval '15 minutes')
        ) AS reminder (kind, lead, useless_from)
      WHERE soon.status = 'scheduled' AND soon.scheduled_end > now() AND soon.scheduled_end <= now() + interval '48 hours'
        AND soon.scheduled_start - reminder.lead < now() - interval '5 minutes'
        AND soon.scheduled_start - reminder.useless_from > now()
        AND soon.timed_at < soon.scheduled_start - reminder.lead
        AND NOT EXISTS (SELECT FROM notifications WHERE subject_id = soon.id
          AND recipient_id = soon.teacher_id AND kind = reminder.kind AND version = soon.sequence)`,
  },
];

const COUNT_CHECKS: readonly RowCheck[] = [
  {
    what: 'Enrollments with a wrong sessions_used',
    advice:
      'As the owner, set sessions_used to the number of sessions that are neither cancelled nor expired.',
    query: `SELECT enrollments.id FROM enrollments LEFT JOIN (
        SELECT enrollment_id, count(*) AS used FROM sessions
        WHERE status IN ('pending_payment', 'scheduled', 'completed', 'no_show') GROUP BY enrollment_id
      ) AS counted ON enrollment_id = enrollments.id
      WHERE sessions_used <> coalesce(used, 0)`,
  },
  {
    what: 'STs with a wrong students_taught',
    advice: 'As the owner, set students_taught to the number of students with a completed session.',
    query: `SELECT st.id FROM student_teachers AS st LEFT JOIN (
        SELECT st_id, count(*) AS taught
        FROM (SELECT DISTINCT st_id, student_id FROM sessions WHERE status = 'completed') AS pairs GROUP BY st_id
      ) AS counted ON st_id = st.id
      WHERE students_taught <> coalesce(taught, 0)`,
  },
  {
    what: 'Active STs without availability',
    advice: 'Nobody can book them. Add their hours to availability, or set is_active to false.',
    query: `SELECT id FROM student_teachers AS st WHERE is_active
      AND NOT EXISTS (SELECT FROM availability WHERE user_id = st.user_id)
      AND NOT EXISTS (SELECT FROM availability_exceptions
        WHERE user_id = st.user_id AND kind = 'extra_hours' AND ends_at > now())`,
  },
];

export const ROW_CHECKS: readonly RowCheck[] = [
  ...CLAIM_CHECKS,
  ...CLOCK_CHECKS,
  ...MAIL_CHECKS,
  ...COUNT_CHECKS,
];
