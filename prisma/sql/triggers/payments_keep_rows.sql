-- Rows of payments are never deleted.
CREATE OR REPLACE TRIGGER payments_keep_rows BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_history();
