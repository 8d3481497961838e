-- After the edit is known to be allowed, what follows from it is filled in.
CREATE OR REPLACE TRIGGER sessions_2_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();
