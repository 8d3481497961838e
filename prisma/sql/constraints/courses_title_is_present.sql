-- A title can stand in the subject of a mail.
ALTER TABLE courses ADD CONSTRAINT courses_title_is_present CHECK (title ~ '\S' AND char_length(title) <= 200 AND NOT has_control_character(title));
COMMENT ON CONSTRAINT courses_title_is_present ON courses IS
  'A course needs a title of at most 200 characters, on one line.';
