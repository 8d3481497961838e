-- The table student_teachers is never emptied.
CREATE OR REPLACE TRIGGER student_teachers_keep_table BEFORE TRUNCATE ON student_teachers
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
