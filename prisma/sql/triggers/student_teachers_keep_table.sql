-- Prevents TRUNCATE of student_teachers.
CREATE OR REPLACE TRIGGER student_teachers_keep_table BEFORE TRUNCATE ON student_teachers
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
