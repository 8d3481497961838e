-- A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.
ALTER TABLE sessions ADD CONSTRAINT sessions_last_a_day_at_most CHECK (scheduled_end <= scheduled_start + interval '24 hours');
COMMENT ON CONSTRAINT sessions_last_a_day_at_most ON sessions IS
  'A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.';
