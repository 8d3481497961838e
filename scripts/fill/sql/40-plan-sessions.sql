-- Enrollments: the students of a course, plus a tenth of the students and all STs of the other course of its
-- pair, so that STs also learn.
CREATE TEMPORARY TABLE fill_members ON COMMIT DROP AS
  SELECT course.course_no, person.id AS student_id, person.joined_at,
    row_number() OVER by_course - 1 AS seat, count(*) OVER (PARTITION BY course.course_no) AS seats,
    pg_temp.fill_id(5, enrolled_at, person_no * 2 + course.course_no % 2) AS enrollment_id, enrolled_at
  FROM fill CROSS JOIN fill_courses AS course
    JOIN fill_people AS person ON person.course_no IN (course.course_no, course.course_no # 1),
    LATERAL (SELECT begins_at - interval '25 days' + pg_temp.fill_random(person_no, 10) * interval '4 days' AS enrolled_at)
      AS enrolling
  WHERE CASE WHEN person.course_no = course.course_no THEN NOT teaches ELSE teaches OR person_no % 10 = 0 END
  WINDOW by_course AS (PARTITION BY course.course_no
    ORDER BY course.has_one_student AND person.course_no = course.course_no AND place = course.teachers DESC,
      pg_temp.fill_random(person_no, 11));
CREATE UNIQUE INDEX ON fill_members (course_no, seat);
ANALYZE fill_members;

CREATE TEMPORARY TABLE fill_sts ON COMMIT DROP AS
  SELECT course_no, place, person.id AS teacher_id, pg_temp.fill_id(6, hired_at, person_no) AS id, hired_at
  FROM fill, fill_people AS person, LATERAL (SELECT begins_at - interval '29 days' AS hired_at) AS hiring WHERE teaches;
CREATE UNIQUE INDEX ON fill_sts (course_no, place);
ANALYZE fill_sts;

-- Each session of a course gets its own hour within three years and 60 days: 4001 and 1155 * 12 have no
-- common factor, so no hour repeats before all are used.
CREATE TEMPORARY TABLE fill_placed ON COMMIT DROP AS
  SELECT session_no, course_no, price_cents, starts_at, starts_at + interval '45 minutes' AS ends_at,
    CASE WHEN has_one_student THEN 0 ELSE floor(chance * chance * seats * 0.95)::integer END AS seat,
    floor(pg_temp.fill_random(session_no, 21) * teachers)::integer AS place
  FROM fill, generate_series(0, sessions - 1) AS session_no
    JOIN fill_courses ON course_no = session_no % (SELECT courses FROM fill)
    JOIN (SELECT course_no, max(seats) AS seats FROM fill_members GROUP BY 1) AS counted USING (course_no),
    LATERAL (SELECT (session_no / courses + course_no * 40) * 4001 % (1155 * 12) AS slot) AS spread,
    LATERAL (SELECT begins_at + slot / 12 * interval '1 day' + (slot % 12 + first_hour) * interval '1 hour' AS starts_at,
      pg_temp.fill_random(session_no, 20) AS chance) AS drawn;
ANALYZE fill_placed;
