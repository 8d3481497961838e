-- Updates the count when a session is cancelled or reopened, or a hold expires.
CREATE OR REPLACE TRIGGER sessions_6_count_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.uses_session <> OLD.uses_session) EXECUTE FUNCTION sessions_count();
