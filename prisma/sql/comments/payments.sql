-- Descriptions of payments that database tools show to ops.
COMMENT ON TABLE payments IS 'Stripe checkouts, one session each. Read-only: refund a payment in Stripe.';
