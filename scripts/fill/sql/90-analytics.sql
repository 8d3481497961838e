-- Analytics events of the bookings within the retention period, a quarter as many visits without a booking,
-- and a refusal for one in a hundred.
INSERT INTO analytics_events (id, name, occurred_at, viewer_id, course_id, st_id, data)
  SELECT pg_temp.fill_id(64 + step, occurred_at, session_no), event.name::analytics_event_name, occurred_at,
    student_id, course.id, CASE WHEN is_about_st THEN st_id END, data
  FROM fill_sessions AS booked JOIN fill_courses AS course USING (course_no),
    LATERAL (VALUES
      (0, 'page_view', booked_at - interval '4 minutes', false,
        jsonb_build_object('course_id', course.id, 'st_preselected', session_no % 4 = 0)),
      (1, 'st_selected', booked_at - interval '3 minutes', true, jsonb_build_object('st_id', st_id)),
      (2, 'date_selected', booked_at - interval '2 minutes', false,
        jsonb_build_object('date', (first_starts_at AT TIME ZONE 'UTC')::date)),
      (3, 'time_selected', booked_at - interval '1 minute', true,
        jsonb_build_object('time', as_iso_instant(first_starts_at), 'st_id', st_id)),
      (4, 'booking_attempted', booked_at, true, jsonb_build_object(
        'course_id', course.id, 'st_id', st_id, 'datetime', as_iso_instant(first_starts_at))),
      (5, 'booking_success', CASE WHEN was_scheduled THEN coalesce(paid_at, booked_at) END, true,
        jsonb_build_object('session_id', booked.id))
    ) AS event (step, name, occurred_at, is_about_st, data)
  WHERE occurred_at >= kept_from ORDER BY occurred_at;

INSERT INTO analytics_events (id, name, occurred_at, viewer_id, course_id, st_id, data)
  SELECT pg_temp.fill_id(80 + step, occurred_at, visit_no), event.name::analytics_event_name, occurred_at,
    student_id, course.id, CASE WHEN is_about_st THEN st.id END, data
  FROM fill CROSS JOIN generate_series(0, sessions / 4 - 1) AS visit_no
    JOIN fill_courses AS course ON course_no = visit_no % (SELECT courses FROM fill)
    JOIN fill_members AS member ON member.course_no = course.course_no
      AND seat = visit_no * 31 % (SELECT min(seats) FROM fill_members)
    JOIN fill_sts AS st ON st.course_no = course.course_no AND place = visit_no % course.teachers,
    LATERAL (SELECT kept_from + (moment - kept_from) * pg_temp.fill_random(visit_no, 80) AS came_at) AS coming,
    LATERAL (VALUES
      (0, 0.0, 'page_view', came_at, false, jsonb_build_object('course_id', course.id, 'st_preselected', false)),
      (1, 0.0, 'st_selected', came_at + interval '1 minute', true, jsonb_build_object('st_id', st.id)),
      (2, 0.5, 'date_selected', came_at + interval '2 minutes', false,
        jsonb_build_object('date', (came_at AT TIME ZONE 'UTC')::date)),
      (3, 0.96, 'booking_attempted', came_at + interval '3 minutes', true, jsonb_build_object(
        'course_id', course.id, 'st_id', st.id, 'datetime', as_iso_instant(came_at + interval '3 days'))),
      (4, 0.96, 'booking_failed', came_at + interval '3 minutes', true,
        jsonb_build_object('error_type', CASE visit_no % 2 WHEN 0 THEN 'SLOT_UNAVAILABLE' ELSE 'STUDENT_CONFLICT' END))
    ) AS event (step, likelihood, name, occurred_at, is_about_st, data)
  WHERE likelihood <= pg_temp.fill_random(visit_no, 81) AND occurred_at <= moment ORDER BY occurred_at;

INSERT INTO analytics_events (id, name, occurred_at, viewer_id, course_id, data)
  SELECT pg_temp.fill_id(96, deferred_at, row_number() OVER (ORDER BY enrollments.id)), 'schedule_later', deferred_at,
    student_id, course_id, jsonb_build_object('course_id', course_id)
  FROM fill CROSS JOIN enrollments WHERE deferred_at >= kept_from;
