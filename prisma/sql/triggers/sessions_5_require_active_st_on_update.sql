-- A session that is given to another ST, or comes back, goes to an active one.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.uses_session AND (NEW.st_id <> OLD.st_id OR NOT OLD.uses_session)
  ) EXECUTE FUNCTION sessions_require_active_st();
