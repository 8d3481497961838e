-- The courses of one person as JSON, fifty of each kind at most: those they take, newest enrollment first, those they
-- teach, and all others, by title. A list without rows is null.
CREATE OR REPLACE FUNCTION courses_of(person uuid, at timestamptz) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'enrolled', (
      SELECT json_agg(row_to_json(enrolled)) FROM (
        SELECT e.id, e.deferred_at AS "deferredAt", e.session_count AS "sessionCount",
          sessions_left(e, at) AS "sessionsLeft", json_build_object('id', c.id, 'title', c.title) AS course
        FROM enrollments AS e JOIN courses AS c ON c.id = e.course_id
        WHERE e.student_id = person AND e.status = 'active' ORDER BY e.id DESC LIMIT 50) AS enrolled),
    'taught', (
      SELECT json_agg(row_to_json(taught)) FROM (
        SELECT st.id AS "stId", st.is_active AS "isActive", json_build_object('id', c.id, 'title', c.title) AS course
        FROM student_teachers AS st JOIN courses AS c ON c.id = st.course_id
        WHERE st.user_id = person ORDER BY c.title LIMIT 50) AS taught),
    'others', (
      SELECT json_agg(row_to_json(other)) FROM (
        SELECT c.id, c.title, c.description, c.session_count AS "sessionCount", c.session_minutes AS "sessionMinutes",
          c.price_per_session_cents AS "pricePerSessionCents", c.currency
        FROM courses AS c
        WHERE NOT EXISTS (SELECT FROM enrollments WHERE course_id = c.id AND student_id = person)
          AND NOT EXISTS (SELECT FROM student_teachers WHERE course_id = c.id AND user_id = person)
        ORDER BY c.title LIMIT 50) AS other));
END
$$;
