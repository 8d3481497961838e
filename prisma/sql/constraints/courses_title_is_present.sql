-- Titles appear in email subjects.
ALTER TABLE courses ADD CONSTRAINT courses_title_is_present CHECK (title ~ '\S' AND char_length(title) <= 200 AND NOT has_control_character(title));
COMMENT ON CONSTRAINT courses_title_is_present ON courses IS
  'The title must have 1 to 200 characters on one line. Remove line breaks, control characters and text direction marks.';
