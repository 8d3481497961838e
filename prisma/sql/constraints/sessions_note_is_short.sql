-- A note is 1000 characters long at most.
ALTER TABLE sessions ADD CONSTRAINT sessions_note_is_short CHECK (char_length(note) <= 1000);
COMMENT ON CONSTRAINT sessions_note_is_short ON sessions IS
  'A note is 1000 characters long at most.';
