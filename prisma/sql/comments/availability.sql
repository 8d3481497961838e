COMMENT ON TABLE availability IS 'Weekly windows of a teacher, in local time of the given time zone.';
