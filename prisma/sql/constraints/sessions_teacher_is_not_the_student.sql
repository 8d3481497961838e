ALTER TABLE sessions ADD CONSTRAINT sessions_teacher_is_not_the_student CHECK (teacher_id <> student_id);
COMMENT ON CONSTRAINT sessions_teacher_is_not_the_student ON sessions IS
  'The student and the teacher cannot be the same person. Choose another Student-Teacher.';
