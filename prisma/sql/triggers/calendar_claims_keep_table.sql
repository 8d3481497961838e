-- Prevents TRUNCATE of calendar_claims.
CREATE OR REPLACE TRIGGER calendar_claims_keep_table BEFORE TRUNCATE ON calendar_claims
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
