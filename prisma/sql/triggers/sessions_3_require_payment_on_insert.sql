-- A session with a price starts as a hold, unless it is waived.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_payment();
