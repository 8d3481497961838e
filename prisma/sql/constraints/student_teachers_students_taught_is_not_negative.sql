ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_students_taught_is_not_negative CHECK (students_taught >= 0);
COMMENT ON CONSTRAINT student_teachers_students_taught_is_not_negative ON student_teachers IS
  'students_taught cannot be negative.';
