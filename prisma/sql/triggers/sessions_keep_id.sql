-- Prevents changes of sessions.id.
CREATE OR REPLACE TRIGGER sessions_keep_id BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
