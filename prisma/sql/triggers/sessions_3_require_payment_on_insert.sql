-- A session of a priced course begins as a hold, or with a waiver.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_payment();
