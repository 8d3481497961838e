-- Courses are in pairs. The even ones have the first twelve hours of a day (UTC) and the odd ones the rest,
-- so that people who are in both courses of a pair are never in two places.
-- Course 0 has one ST for all its sessions, courses 1 and 3 have one student for all of theirs, and
-- course 2 has as many STs as a page shows.
CREATE TEMPORARY TABLE fill_courses ON COMMIT DROP AS
  SELECT course_no, pg_temp.fill_id(1, opened_at, course_no) AS id, opened_at,
    course_no % 2 * 12 AS first_hour,
    CASE course_no WHEN 0 THEN 1 WHEN 2 THEN teachers_where_crowded ELSE usual_teachers END AS teachers,
    course_no IN (1, 3) AS has_one_student,
    CASE WHEN course_no % 3 = 2 THEN 2500 END AS price_cents
  FROM fill, generate_series(0, courses - 1) AS course_no,
    LATERAL (SELECT begins_at - interval '120 days' + course_no * interval '1 minute' AS opened_at) AS opening;

INSERT INTO courses (id, title, description, session_count, session_minutes, price_per_session_cents, created_at)
  SELECT id,
    pg_temp.fill_pick('{Algebra,Biology,Chemistry,Drawing,Economics,French,Geometry,History,Italian,Physics,Python,Statistics}',
      pg_temp.fill_random(course_no, 1)) || ' ' || course_no + 1,
    'One of the courses that npm run db:fill has made.', 12, 45, price_cents, opened_at
  FROM fill_courses;
