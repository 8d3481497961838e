COMMENT ON TABLE payments IS 'Stripe checkouts, one session each. Read-only: refund a payment in Stripe.';
