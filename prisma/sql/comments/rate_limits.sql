COMMENT ON TABLE rate_limits IS 'Counters of the rate limiter. Any row may be deleted.';
