-- Claims the time of both people.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_claim();
