ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_last_ten_minutes_at_most CHECK (created_at < expires_at AND expires_at <= created_at + interval '10 minutes');
COMMENT ON CONSTRAINT sign_in_links_last_ten_minutes_at_most ON sign_in_links IS
  'A sign-in link can last at most 10 minutes.';
