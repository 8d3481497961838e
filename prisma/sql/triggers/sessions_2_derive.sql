-- Runs after the check and fills in the derived columns.
CREATE OR REPLACE TRIGGER sessions_2_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();
