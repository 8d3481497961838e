-- What ops read when one of Prisma's own constraints refuses their edit.
COMMENT ON CONSTRAINT users_timezone_fkey ON users IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON CONSTRAINT availability_timezone_fkey ON availability IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON INDEX users_email_key IS 'Another person has this email address.';
COMMENT ON INDEX enrollments_student_id_course_id_key IS
  'This student is in this course already. Change that enrollment instead.';
COMMENT ON INDEX student_teachers_user_id_course_id_key IS
  'This person teaches this course already. Change that row instead.';
COMMENT ON CONSTRAINT sessions_keep_their_student ON sessions IS
  'An enrollment with sessions keeps its student and its course. Add a new enrollment instead.';
COMMENT ON CONSTRAINT sessions_keep_their_teacher ON sessions IS
  'A Student-Teacher with sessions keeps their person and their course. Add a new row instead.';
COMMENT ON CONSTRAINT availability_user_id_fkey ON availability IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT availability_exceptions_user_id_fkey ON availability_exceptions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT enrollments_course_id_fkey ON enrollments IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT enrollments_student_id_fkey ON enrollments IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT notifications_recipient_id_fkey ON notifications IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT sessions_course_id_fkey ON sessions IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT sessions_student_id_fkey ON sessions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT sessions_teacher_id_fkey ON sessions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT student_teachers_course_id_fkey ON student_teachers IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT student_teachers_user_id_fkey ON student_teachers IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT availability_pkey ON availability IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT availability_exceptions_pkey ON availability_exceptions IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT courses_pkey ON courses IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT enrollments_pkey ON enrollments IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT notifications_pkey ON notifications IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT sessions_pkey ON sessions IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT student_teachers_pkey ON student_teachers IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT users_pkey ON users IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT rate_limits_pkey ON rate_limits IS
  'This key is counted already. Change that row instead.';
COMMENT ON INDEX notifications_subject_id_recipient_id_kind_version_key IS
  'This person has been sent this mail already, or will be.';
