-- A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.
ALTER TABLE availability ADD CONSTRAINT availability_start_is_before_end CHECK (start_time COLLATE "C" < end_time COLLATE "C");
COMMENT ON CONSTRAINT availability_start_is_before_end ON availability IS
  'A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.';
