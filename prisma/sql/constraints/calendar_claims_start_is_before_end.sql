ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT calendar_claims_start_is_before_end ON calendar_claims IS
  'The start must be before the end.';
