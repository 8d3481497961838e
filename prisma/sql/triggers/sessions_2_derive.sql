-- Runs after the check, so that an edit is judged as it was typed.
CREATE OR REPLACE TRIGGER sessions_2_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();
