-- Payments are history, even those that were refunded.
CREATE OR REPLACE TRIGGER payments_keep_rows BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_history();
