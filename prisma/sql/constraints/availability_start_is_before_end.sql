ALTER TABLE availability ADD CONSTRAINT availability_start_is_before_end CHECK (start_time COLLATE "C" < end_time COLLATE "C");
COMMENT ON CONSTRAINT availability_start_is_before_end ON availability IS
  'The start must be before the end. Split a window that crosses midnight: until 24:00, and from 00:00 on the next day.';
