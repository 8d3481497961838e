-- Each person belongs to one course: STs first, then students.
CREATE TEMPORARY TABLE fill_people ON COMMIT DROP AS
  SELECT person_no, course_no, place, place < teachers AS teaches, joined_at,
    pg_temp.fill_id(2, joined_at, person_no) AS id
  FROM fill CROSS JOIN fill_courses CROSS JOIN generate_series(0, people_per_course - 1) AS place,
    LATERAL (SELECT course_no::bigint * people_per_course + place AS person_no) AS person,
    -- People with long histories joined first, so that the demo sign-in page lists them.
    LATERAL (SELECT course_no = 0 AND place < teachers OR place = teachers AND has_one_student AS is_busy) AS kind,
    LATERAL (SELECT date_trunc('milliseconds', begins_at - CASE WHEN is_busy THEN interval '91 days'
      ELSE interval '30 days' + pg_temp.fill_random(person_no, 2) * interval '60 days' END) AS joined_at) AS joining;
CREATE UNIQUE INDEX ON fill_people (course_no, place);
ANALYZE fill_people;

INSERT INTO users (id, email, name, bio, timezone, created_at)
  SELECT person.id,
    CASE
      WHEN course_no = 0 AND teaches THEN 'busy-teacher@fill.example.com'
      WHEN course_no IN (1, 3) AND place = teachers THEN 'busy-student-' || (course_no + 1) / 2 || '@fill.example.com'
      ELSE 'person-' || person_no || '@fill.example.com'
    END,
    pg_temp.fill_pick('{Ada,Ben,Chidi,Dora,Elif,Farah,Goran,Hana,Ivo,Jun,Kofi,Lena,Mateo,Nia,Omar,Petra}',
      pg_temp.fill_random(person_no, 3)) || ' '
    || pg_temp.fill_pick('{Almeida,Baker,Castro,Diallo,Ek,Fischer,Garcia,Hansen,Ito,Jansen,Khan,Lund,Mensah,Novak,Okafor}',
      pg_temp.fill_random(person_no, 4)),
    CASE WHEN teaches THEN 'Finished this course and likes to explain it.' END,
    pg_temp.fill_pick('{Asia/Tokyo,Asia/Kolkata,Australia/Perth,Europe/Berlin,America/New_York,Africa/Lagos,America/Bogota,Europe/London}',
      pg_temp.fill_random(person_no, 5)),
    joined_at
  FROM fill_people AS person JOIN fill_courses USING (course_no);

-- Hours of every teacher, time off in each past quarter, and an upcoming exception.
INSERT INTO availability (id, user_id, day_of_week, start_time, end_time, timezone)
  SELECT pg_temp.fill_id(3, joined_at, person_no * 10 + day), person.id,
    (enum_range(NULL::weekday))[day], CASE WHEN day % 2 = 0 THEN '08:00' ELSE '09:30' END, '18:00', timezone
  FROM fill_people AS person JOIN users ON users.id = person.id, generate_series(1, 6) AS day
  WHERE teaches;
INSERT INTO availability_exceptions (id, user_id, kind, starts_at, ends_at)
  SELECT pg_temp.fill_id(4, joined_at, person_no * 100 + quarter), person.id,
    CASE WHEN quarter % 5 = 0 THEN 'extra_hours' ELSE 'time_off' END::availability_exception_kind,
    starts_at, starts_at + interval '2 days'
  FROM fill, fill_people AS person, generate_series(0, 12) AS quarter,
    LATERAL (SELECT begins_at + (quarter * 91 + person_no % 60) * interval '1 day' AS starts_at) AS change
  WHERE teaches;
