-- Enrollments are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER enrollments_keep_table BEFORE TRUNCATE ON enrollments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
