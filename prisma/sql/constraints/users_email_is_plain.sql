-- Lower case only, so that the unique index ignores case.
ALTER TABLE users ADD CONSTRAINT users_email_is_plain CHECK (is_email_address(email));
COMMENT ON CONSTRAINT users_email_is_plain ON users IS
  'Write one email address in lower case, such as name@example.com.';
