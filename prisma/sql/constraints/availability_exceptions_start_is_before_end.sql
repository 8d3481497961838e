ALTER TABLE availability_exceptions ADD CONSTRAINT availability_exceptions_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT availability_exceptions_start_is_before_end ON availability_exceptions IS
  'The start must be before the end.';
