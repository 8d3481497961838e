-- What ops read about feeds in a database tool.
COMMENT ON TABLE calendar_feeds IS 'The private address at which a person''s own calendar finds their sessions. Delete a row to take it away.';
