-- Prevents TRUNCATE of sessions.
CREATE OR REPLACE TRIGGER sessions_keep_table BEFORE TRUNCATE ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
