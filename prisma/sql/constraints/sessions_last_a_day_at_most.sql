ALTER TABLE sessions ADD CONSTRAINT sessions_last_a_day_at_most CHECK (scheduled_end <= scheduled_start + interval '24 hours');
COMMENT ON CONSTRAINT sessions_last_a_day_at_most ON sessions IS
  'A session can last at most 24 hours. To move it, change only scheduled_start. The length stays the same.';
