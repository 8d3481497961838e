-- Enrollments and STs with the counters that triggers would maintain.
INSERT INTO student_teachers (id, user_id, course_id, rating, students_taught, created_at)
  SELECT st.id, st.teacher_id, course.id, round((3 + 2 * pg_temp.fill_random(place + course_no * 1000, 40))::numeric, 1),
    coalesce(taught, 0), hired_at
  FROM fill_sts AS st JOIN fill_courses AS course USING (course_no) LEFT JOIN (
    SELECT st_id, count(DISTINCT student_id) AS taught FROM fill_sessions WHERE status = 'completed' GROUP BY 1
  ) AS counted ON st_id = st.id;

-- One in ten students has used all sessions. Half of those without sessions chose "Schedule Later".
INSERT INTO enrollments (id, student_id, course_id, session_count, sessions_used, deferred_at, deferrals, created_at)
  SELECT member.enrollment_id, member.student_id, course.id,
    CASE WHEN used > 0 AND chance < 0.1 THEN used ELSE greatest(12, coalesce(used, 0) + 1 + seat % 5) END,
    coalesce(used, 0),
    CASE WHEN used IS NULL AND any_session IS NULL AND chance < 0.5 THEN moment - chance * interval '700 days' END,
    CASE WHEN used IS NULL AND any_session IS NULL AND chance < 0.5 THEN 1 ELSE 0 END,
    enrolled_at
  FROM fill CROSS JOIN fill_members AS member JOIN fill_courses AS course USING (course_no) LEFT JOIN (
      SELECT enrollment_id, true AS any_session, nullif(count(*) FILTER (WHERE uses_session), 0) AS used
      FROM fill_sessions GROUP BY 1
    ) AS counted USING (enrollment_id),
    LATERAL (SELECT pg_temp.fill_random(seat * 1000 + course_no, 41) AS chance) AS drawn;

INSERT INTO sessions (id, enrollment_id, st_id, course_id, student_id, teacher_id, status, scheduled_start,
    scheduled_end, buffer_minutes, hold_expires_at, note, reminders, sequence, timed_at, price_cents, currency,
    uses_session, idempotency_key, created_at)
  SELECT planned.id, enrollment_id, st_id, course.id, student_id, teacher_id, status, starts_at, ends_at, 15,
    CASE WHEN status = 'pending_payment' THEN booked_at + interval '35 minutes' END,
    CASE WHEN pg_temp.fill_random(session_no, 42) < 0.2 THEN 'Can we go through the last exercise again?' END,
    reminders, sequence, coalesce(cancelled_at, told_at), planned.price_cents,
    CASE WHEN planned.price_cents IS NOT NULL THEN 'usd' END, uses_session,
    format('%s %s %s', md5(session_no::text)::uuid, st_id, as_iso_instant(first_starts_at)), booked_at
  FROM fill_sessions AS planned JOIN fill_courses AS course USING (course_no) ORDER BY booked_at;

INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at, hold_expires_at)
  SELECT id, person_id, starts_at, claim.ends_at,
    CASE WHEN status = 'pending_payment' THEN booked_at + interval '35 minutes' END
  FROM fill_sessions AS planned,
    LATERAL (VALUES (teacher_id, planned.ends_at + interval '15 minutes'), (student_id, planned.ends_at))
      AS claim (person_id, ends_at)
  WHERE uses_session AND claim.ends_at > moment;
