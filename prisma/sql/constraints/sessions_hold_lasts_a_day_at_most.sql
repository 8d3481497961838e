-- A hold lasts at most 24 hours in total, even if it is extended. timed_at is when it started.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_lasts_a_day_at_most CHECK (hold_expires_at <= timed_at + interval '24 hours');
COMMENT ON CONSTRAINT sessions_hold_lasts_a_day_at_most ON sessions IS
  'A hold can last at most 24 hours from its start. Choose an earlier hold_expires_at.';
