-- What ops read about dated changes of hours in a database tool.
COMMENT ON TABLE availability_exceptions IS 'Dated changes of a teacher''s weekly hours.';
