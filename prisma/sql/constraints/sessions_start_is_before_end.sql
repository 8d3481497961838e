ALTER TABLE sessions ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end);
COMMENT ON CONSTRAINT sessions_start_is_before_end ON sessions IS
  'The start must be before the end. To move a session, change only scheduled_start. The length stays the same.';
