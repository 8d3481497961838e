-- Payments record what Stripe reports.
CREATE OR REPLACE TRIGGER payments_check_change BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_check_change();
