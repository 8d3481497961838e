-- Prevents TRUNCATE of enrollments.
CREATE OR REPLACE TRIGGER enrollments_keep_table BEFORE TRUNCATE ON enrollments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
