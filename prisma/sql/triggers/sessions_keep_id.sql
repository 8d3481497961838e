-- The id of a row of sessions never changes.
CREATE OR REPLACE TRIGGER sessions_keep_id BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
