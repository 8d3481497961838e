-- A session that is given back or comes back is counted again.
CREATE OR REPLACE TRIGGER sessions_6_count_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.uses_session <> OLD.uses_session) EXECUTE FUNCTION sessions_count();
