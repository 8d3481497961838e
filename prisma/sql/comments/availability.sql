-- Descriptions of availability that database tools show to ops.
COMMENT ON TABLE availability IS 'Weekly windows of a teacher, in local time of the given time zone.';
