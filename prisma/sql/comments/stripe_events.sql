COMMENT ON TABLE stripe_events IS 'Stripe events that were processed. Read-only.';
