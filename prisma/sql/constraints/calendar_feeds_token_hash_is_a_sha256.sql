-- A feed is made on the settings page of its person. Delete the row to take it away.
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT calendar_feeds_token_hash_is_a_sha256 ON calendar_feeds IS
  'A feed is made on the settings page of its person. Delete the row to take it away.';
