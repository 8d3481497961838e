-- Names appear in email subjects.
ALTER TABLE users ADD CONSTRAINT users_name_is_present CHECK (name ~ '\S' AND char_length(name) <= 200 AND NOT has_control_character(name));
COMMENT ON CONSTRAINT users_name_is_present ON users IS
  'The name must have 1 to 200 characters on one line. Remove line breaks, control characters and text direction marks.';
