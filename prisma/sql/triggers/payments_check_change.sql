-- A payment is a record of what Stripe says.
CREATE OR REPLACE TRIGGER payments_check_change BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_check_change();
