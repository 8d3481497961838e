-- Prevents DELETE from sessions.
CREATE OR REPLACE TRIGGER sessions_keep_rows BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_history();
