-- Descriptions of stripe_events that database tools show to ops.
COMMENT ON TABLE stripe_events IS 'Stripe events that were processed. Read-only.';
