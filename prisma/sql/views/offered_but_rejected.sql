-- Share of booking attempts rejected because the slot was no longer free. 0 is perfect.
CREATE OR REPLACE VIEW offered_but_rejected WITH (security_invoker = true) AS
  SELECT (event.occurred_at AT TIME ZONE 'UTC')::date AS day, event.course_id, courses.title AS course,
    count(*) FILTER (WHERE event.name = 'booking_attempted') AS confirmed_clicks,
    count(*) FILTER (WHERE event.name = 'booking_failed') AS met_a_taken_slot,
    round(count(*) FILTER (WHERE event.name = 'booking_failed')::numeric
      / nullif(count(*) FILTER (WHERE event.name = 'booking_attempted'), 0), 4) AS share
  FROM analytics_events AS event JOIN courses ON courses.id = event.course_id
  WHERE event.occurred_at >= database_now() - interval '90 days'
    AND (event.name = 'booking_attempted'
      OR (event.name = 'booking_failed' AND event.data ->> 'error_type' = 'SLOT_UNAVAILABLE'))
  GROUP BY 1, event.course_id, courses.title
  ORDER BY 1 DESC, courses.title;
COMMENT ON VIEW offered_but_rejected IS
  'Share of booking attempts rejected because the slot was no longer free, per day (UTC) and course, over the last 90 days. 0 is perfect.';
