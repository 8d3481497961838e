-- What ops read about payments in a database tool.
COMMENT ON TABLE payments IS 'Stripe checkouts, each of one session. Read only: refund a payment in Stripe.';
