-- Prevents DELETE from payments.
CREATE OR REPLACE TRIGGER payments_keep_rows BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_history();
