-- Nobody can have a session with themselves. Choose another Student-Teacher.
ALTER TABLE sessions ADD CONSTRAINT sessions_teacher_is_not_the_student CHECK (teacher_id <> student_id);
COMMENT ON CONSTRAINT sessions_teacher_is_not_the_student ON sessions IS
  'Nobody can have a session with themselves. Choose another Student-Teacher.';
