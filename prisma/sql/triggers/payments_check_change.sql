-- A payment moves only forward, as Stripe reports it.
CREATE OR REPLACE TRIGGER payments_check_change BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_check_change();
