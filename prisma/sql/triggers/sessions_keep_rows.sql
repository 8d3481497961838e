-- Rows of sessions are never deleted.
CREATE OR REPLACE TRIGGER sessions_keep_rows BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_history();
