ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT sign_in_links_token_hash_is_a_sha256 ON sign_in_links IS
  'Sign-in links can be created only on the sign-in page.';
