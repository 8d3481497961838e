-- Payments are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER payments_keep_table BEFORE TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
