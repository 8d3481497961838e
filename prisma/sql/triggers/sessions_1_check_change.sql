-- Runs first, so that the error is about the edit itself and not about derived changes.
CREATE OR REPLACE TRIGGER sessions_1_check_change BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_check_change();
