-- A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.
ALTER TABLE sessions ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end);
COMMENT ON CONSTRAINT sessions_start_is_before_end ON sessions IS
  'A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.';
