-- A link to sign in cannot be used after it expired.
ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_are_used_in_time CHECK (used_at < expires_at);
COMMENT ON CONSTRAINT sign_in_links_are_used_in_time ON sign_in_links IS
  'A link to sign in cannot be used after it expired.';
