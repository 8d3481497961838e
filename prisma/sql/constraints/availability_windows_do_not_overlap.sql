ALTER TABLE availability ADD CONSTRAINT availability_windows_do_not_overlap EXCLUDE USING gist (
  user_id WITH =, day_of_week WITH =, int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&
);
COMMENT ON CONSTRAINT availability_windows_do_not_overlap ON availability IS
  'This window overlaps another window of this person on the same weekday. Shorten one of them.';
