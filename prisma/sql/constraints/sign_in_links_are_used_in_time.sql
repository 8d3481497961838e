ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_are_used_in_time CHECK (used_at < expires_at);
COMMENT ON CONSTRAINT sign_in_links_are_used_in_time ON sign_in_links IS
  'An expired sign-in link cannot be used. Request a new one on the sign-in page.';
