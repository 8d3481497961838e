-- Lower case only, so that the unique index ignores case.
ALTER TABLE users ADD CONSTRAINT users_email_is_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%');
COMMENT ON CONSTRAINT users_email_is_lower_case ON users IS
  'Write the email address in lower case, such as name@example.com.';
