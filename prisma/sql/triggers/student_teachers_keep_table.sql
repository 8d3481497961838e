-- Who taught is history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER student_teachers_keep_table BEFORE TRUNCATE ON student_teachers
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
