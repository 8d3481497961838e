-- What ops read about Stripe's events in a database tool.
COMMENT ON TABLE stripe_events IS 'Stripe''s events that were taken in, each once. Read only.';
