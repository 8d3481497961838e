-- A claim starts before it ends.
ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT calendar_claims_start_is_before_end ON calendar_claims IS
  'A claim starts before it ends.';
