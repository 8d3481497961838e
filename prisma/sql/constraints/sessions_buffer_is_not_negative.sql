ALTER TABLE sessions ADD CONSTRAINT sessions_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT sessions_buffer_is_not_negative ON sessions IS
  'The buffer must be between 0 and 1440 minutes.';
