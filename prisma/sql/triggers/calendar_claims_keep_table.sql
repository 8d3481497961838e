-- Without claims, people could be booked twice. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER calendar_claims_keep_table BEFORE TRUNCATE ON calendar_claims
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
