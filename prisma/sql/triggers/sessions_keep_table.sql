-- Sessions are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER sessions_keep_table BEFORE TRUNCATE ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
