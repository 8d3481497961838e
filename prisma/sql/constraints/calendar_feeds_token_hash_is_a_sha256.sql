ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT calendar_feeds_token_hash_is_a_sha256 ON calendar_feeds IS
  'Feeds can be created only on the settings page. To revoke one, delete the row.';
