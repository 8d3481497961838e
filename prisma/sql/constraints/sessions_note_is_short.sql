ALTER TABLE sessions ADD CONSTRAINT sessions_note_is_short CHECK (char_length(note) <= 1000);
COMMENT ON CONSTRAINT sessions_note_is_short ON sessions IS
  'A note can have at most 1000 characters.';
