-- What ops read about rate limits in a database tool.
COMMENT ON TABLE rate_limits IS 'How often somebody did something lately. Any row may be deleted.';
