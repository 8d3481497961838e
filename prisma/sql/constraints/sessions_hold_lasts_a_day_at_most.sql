-- A hold lasts 24 hours at most, however often it is extended: timed_at is when it began.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_lasts_a_day_at_most CHECK (hold_expires_at <= timed_at + interval '24 hours');
COMMENT ON CONSTRAINT sessions_hold_lasts_a_day_at_most ON sessions IS
  'A hold lasts at most 24 hours from its beginning. Choose an earlier hold_expires_at.';
