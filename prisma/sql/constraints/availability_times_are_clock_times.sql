ALTER TABLE availability ADD CONSTRAINT availability_times_are_clock_times CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$');
COMMENT ON CONSTRAINT availability_times_are_clock_times ON availability IS
  'Write times as HH:MM, from 00:00 to 23:59. The end may be 24:00.';
