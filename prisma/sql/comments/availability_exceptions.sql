COMMENT ON TABLE availability_exceptions IS 'Dated exceptions to a teacher''s weekly windows.';
