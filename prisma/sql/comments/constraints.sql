-- What ops read when a constraint that Prisma creates refuses their edit.
COMMENT ON CONSTRAINT users_timezone_fkey ON users IS
  'Unknown time zone. Use an IANA time zone, such as Europe/Berlin.';
COMMENT ON CONSTRAINT availability_timezone_fkey ON availability IS
  'Unknown time zone. Use an IANA time zone, such as Europe/Berlin.';
COMMENT ON INDEX users_email_key IS 'Another person already has this email address. Use a different one.';
COMMENT ON INDEX enrollments_student_id_course_id_key IS
  'This student is already enrolled in this course. Change that enrollment instead.';
COMMENT ON INDEX student_teachers_user_id_course_id_key IS
  'This person already teaches this course. Change that row instead.';
COMMENT ON CONSTRAINT sessions_keep_their_student ON sessions IS
  'An enrollment with sessions cannot change its student or course. Add a new enrollment instead.';
COMMENT ON CONSTRAINT sessions_keep_their_teacher ON sessions IS
  'A Student-Teacher with sessions cannot change their person or course. Add a new row instead.';
COMMENT ON CONSTRAINT availability_user_id_fkey ON availability IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT availability_exceptions_user_id_fkey ON availability_exceptions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT enrollments_course_id_fkey ON enrollments IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT enrollments_student_id_fkey ON enrollments IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT notifications_recipient_id_fkey ON notifications IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT sessions_course_id_fkey ON sessions IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT sessions_student_id_fkey ON sessions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT sessions_teacher_id_fkey ON sessions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT student_teachers_course_id_fkey ON student_teachers IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT student_teachers_user_id_fkey ON student_teachers IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT availability_pkey ON availability IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT availability_exceptions_pkey ON availability_exceptions IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT courses_pkey ON courses IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT enrollments_pkey ON enrollments IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT notifications_pkey ON notifications IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT sessions_pkey ON sessions IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT student_teachers_pkey ON student_teachers IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT users_pkey ON users IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT rate_limits_pkey ON rate_limits IS
  'This key already exists. Change that row instead.';
COMMENT ON INDEX notifications_subject_id_recipient_id_kind_version_key IS
  'This person already has this notification. To retry a failed one, set its status to pending.';
