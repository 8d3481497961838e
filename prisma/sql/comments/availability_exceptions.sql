-- Descriptions of availability_exceptions that database tools show to ops.
COMMENT ON TABLE availability_exceptions IS 'Dated exceptions to a teacher''s weekly windows.';
