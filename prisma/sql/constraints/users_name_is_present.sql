-- A name can stand in the subject of a mail.
ALTER TABLE users ADD CONSTRAINT users_name_is_present CHECK (name ~ '\S' AND char_length(name) <= 200 AND NOT has_control_character(name));
COMMENT ON CONSTRAINT users_name_is_present ON users IS
  'A person needs a name of at most 200 characters, on one line.';
