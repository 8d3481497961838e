-- Overview of all people: contact, courses they learn and teach, and the number of upcoming sessions.
CREATE OR REPLACE VIEW ops_people WITH (security_invoker = true) AS
  SELECT person.id,
    person.anonymized_at,
    person.email,
    (SELECT string_agg(courses.title || ' (' || enrollments.sessions_used || ' of ' || enrollments.session_count || ')', ', ' ORDER BY courses.title)
      FROM enrollments JOIN courses ON courses.id = enrollments.course_id
      WHERE enrollments.student_id = person.id AND enrollments.status = 'active') AS learns,
    person.name,
    (SELECT count(*)::integer FROM (
      SELECT FROM sessions WHERE student_id = person.id AND scheduled_start > database_now() AND status IN ('pending_payment', 'scheduled')
      UNION ALL
      SELECT FROM sessions WHERE teacher_id = person.id AND scheduled_start > database_now() AND status IN ('pending_payment', 'scheduled')
    ) AS ahead) AS sessions_ahead,
    (SELECT string_agg(courses.title || CASE WHEN st.is_active THEN '' ELSE ' (paused)' END, ', ' ORDER BY courses.title)
      FROM student_teachers AS st JOIN courses ON courses.id = st.course_id
      WHERE st.user_id = person.id) AS teaches,
    person.timezone
  FROM users AS person;
COMMENT ON VIEW ops_people IS
  'Overview of all people. You can change name, email and timezone here. For anything else, copy the id and filter enrollments or student_teachers by it.';
