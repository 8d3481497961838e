-- What ops read about weekly hours in a database tool.
COMMENT ON TABLE availability IS 'Weekly hours of a teacher, by the wall clock of their zone.';
