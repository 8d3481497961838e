ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT student_teachers_buffer_is_not_negative ON student_teachers IS
  'The buffer must be between 0 and 1440 minutes.';
