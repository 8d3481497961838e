-- A new session with a price is a hold, unless payment is waived.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_payment();
