-- The history of each session: outcome and times. Derived columns, events, emails and payments are computed
-- from these columns.
CREATE TEMPORARY TABLE fill_sessions ON COMMIT DROP AS
WITH ended AS (
  SELECT placed.*, moment, kept_from, student_id, enrollment_id, teacher_id, st.id AS st_id,
    CASE
      WHEN starts_at > moment THEN CASE
        WHEN chance < 0.08 THEN 'cancelled'
        WHEN chance < 0.084 AND price_cents IS NOT NULL THEN 'pending_payment'
        ELSE 'scheduled' END
      WHEN chance < 0.10 THEN 'cancelled'
      WHEN ends_at > moment THEN 'scheduled'
      WHEN chance < 0.13 THEN 'no_show'
      WHEN chance < 0.16 AND price_cents IS NOT NULL THEN 'expired'
      ELSE 'completed'
    END::session_status AS status
  FROM fill CROSS JOIN fill_placed AS placed JOIN fill_members USING (course_no, seat)
    JOIN fill_sts AS st USING (course_no, place),
    LATERAL (SELECT pg_temp.fill_random(session_no, 30) AS chance) AS drawn
), booked AS (
  SELECT ended.*, booked_at, pg_temp.fill_id(7, booked_at, session_no) AS id,
    status NOT IN ('pending_payment', 'expired') AS was_scheduled,
    status NOT IN ('cancelled', 'expired') AS uses_session
  FROM ended, LATERAL (SELECT date_trunc('milliseconds', CASE
    WHEN status = 'pending_payment' THEN moment - pg_temp.fill_random(session_no, 31) * interval '5 minutes'
    ELSE least(starts_at, moment) - interval '13 hours' - pg_temp.fill_random(session_no, 31) ^ 2 * interval '20 days'
  END) AS booked_at) AS booking
), moved AS (
  SELECT booked.*,
    CASE WHEN was_scheduled AND price_cents IS NOT NULL THEN booked_at + interval '4 minutes' END AS paid_at,
    CASE WHEN was_scheduled AND pg_temp.fill_random(session_no, 32) < 0.05
      THEN booked_at + interval '5 minutes' + pg_temp.fill_random(session_no, 33)
        * (least(starts_at - interval '12 hours', moment) - booked_at - interval '5 minutes') END AS moved_at
  FROM booked
), finished AS (
  SELECT moved.*, CASE WHEN status = 'cancelled' THEN freed_at + pg_temp.fill_random(session_no, 34)
      * (least(starts_at - interval '1 hour', moment) - freed_at) END AS cancelled_at,
    CASE WHEN moved_at IS NULL THEN 0 ELSE 1 END AS told_sequence,
    -- A moved session was two days later before, so no reminder was due for the old time.
    CASE WHEN moved_at IS NULL THEN starts_at ELSE starts_at + interval '2 days' END AS first_starts_at
  FROM moved, LATERAL (SELECT coalesce(moved_at, booked_at + interval '5 minutes') AS freed_at) AS from_then
)
SELECT finished.*, coalesce(moved_at, booked_at) AS told_at,
  CASE WHEN status = 'cancelled' THEN told_sequence + 1 ELSE told_sequence END AS sequence,
  pg_temp.fill_random(session_no, 35) < 0.85 AS reminders
FROM finished;
CREATE INDEX ON fill_sessions (booked_at);
ANALYZE fill_sessions;
