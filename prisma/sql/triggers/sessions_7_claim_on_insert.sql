-- A new session claims both people's time.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_claim();
