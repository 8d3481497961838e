-- Prevents TRUNCATE of payments.
CREATE OR REPLACE TRIGGER payments_keep_table BEFORE TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
