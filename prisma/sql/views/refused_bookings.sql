-- Refused bookings of the last 90 days, with the requested time and ST and the error code.
CREATE OR REPLACE VIEW refused_bookings WITH (security_invoker = true) AS
  SELECT failed.id, failed.occurred_at, failed.viewer_id AS student_id, student.name AS student, courses.title AS course,
    failed.st_id, teacher.name AS teacher, (attempted.data ->> 'datetime')::timestamptz AS wanted_start,
    failed.data ->> 'error_type' AS error_type
  FROM analytics_events AS failed
    JOIN users AS student ON student.id = failed.viewer_id
    JOIN courses ON courses.id = failed.course_id
    LEFT JOIN student_teachers AS st ON st.id = failed.st_id
    LEFT JOIN users AS teacher ON teacher.id = st.user_id
    -- bookSession writes the attempt just before the failure, with the same time.
    LEFT JOIN LATERAL (
      SELECT attempt.data FROM analytics_events AS attempt
      WHERE attempt.name = 'booking_attempted' AND attempt.viewer_id = failed.viewer_id
        AND attempt.st_id = failed.st_id AND attempt.occurred_at = failed.occurred_at AND attempt.id < failed.id
      ORDER BY attempt.id DESC LIMIT 1
    ) AS attempted ON true
  WHERE failed.name = 'booking_failed' AND failed.occurred_at >= database_now() - interval '90 days'
  ORDER BY failed.occurred_at DESC;
COMMENT ON VIEW refused_bookings IS
  'Bookings refused in the last 90 days, with the requested time and ST and the error code. docs/operations.md explains each code.';
