-- First, so that a refusal speaks of the edit itself and not of what follows from it.
CREATE OR REPLACE TRIGGER sessions_1_check_change BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_check_change();
