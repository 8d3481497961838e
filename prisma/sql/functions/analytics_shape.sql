-- The properties of each analytics event in the specification, with the type of each value.
CREATE OR REPLACE FUNCTION analytics_shape(name analytics_event_name) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE name
    WHEN 'page_view' THEN '{"course_id": "id", "st_preselected": "flag"}'
    WHEN 'st_selected' THEN '{"st_id": "id"}'
    WHEN 'date_selected' THEN '{"date": "date"}'
    WHEN 'time_selected' THEN '{"time": "instant", "st_id": "id"}'
    WHEN 'booking_attempted' THEN '{"course_id": "id", "st_id": "id", "datetime": "instant"}'
    WHEN 'booking_success' THEN '{"session_id": "id"}'
    WHEN 'booking_failed' THEN '{"error_type": "code"}'
    WHEN 'schedule_later' THEN '{"course_id": "id"}'
  END::jsonb
$$;
