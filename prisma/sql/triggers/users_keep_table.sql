-- The people of past sessions are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER users_keep_table BEFORE TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
