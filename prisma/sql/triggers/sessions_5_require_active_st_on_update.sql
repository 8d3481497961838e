-- A session can be reassigned or reopened only with an active ST.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.uses_session AND (NEW.st_id <> OLD.st_id OR NOT OLD.uses_session)
  ) EXECUTE FUNCTION sessions_require_active_st();
