-- Booking funnel per day (UTC) and course, over the last 90 days. A later step counts for the steps before it,
-- because shared links and the API skip steps.
CREATE OR REPLACE VIEW booking_funnel WITH (security_invoker = true) AS
  WITH person_days AS (
    SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, course_id, viewer_id,
      max(CASE name
        WHEN 'st_selected' THEN 2
        WHEN 'date_selected' THEN 3
        WHEN 'time_selected' THEN 4
        WHEN 'booking_attempted' THEN 5
        WHEN 'booking_success' THEN 6
        ELSE 1
      END) AS furthest,
      bool_or(name = 'booking_failed') AS has_failed,
      bool_or(name = 'schedule_later') AS has_deferred
    FROM analytics_events
    WHERE occurred_at >= database_now() - interval '90 days'
    GROUP BY 1, 2, 3
  )
  SELECT person_days.day, person_days.course_id, courses.title AS course,
    count(*) AS page_view,
    count(*) FILTER (WHERE furthest >= 2) AS st_selected,
    count(*) FILTER (WHERE furthest >= 3) AS date_selected,
    count(*) FILTER (WHERE furthest >= 4) AS time_selected,
    count(*) FILTER (WHERE furthest >= 5) AS booking_attempted,
    count(*) FILTER (WHERE furthest >= 6) AS booking_success,
    count(*) FILTER (WHERE has_failed) AS booking_failed,
    count(*) FILTER (WHERE has_deferred) AS schedule_later
  FROM person_days JOIN courses ON courses.id = person_days.course_id
  GROUP BY person_days.day, person_days.course_id, courses.title
  ORDER BY person_days.day DESC, courses.title;
COMMENT ON VIEW booking_funnel IS
  'Number of distinct people who reached each step, per day (UTC) and course, over the last 90 days. A later step counts for the steps before it.';
