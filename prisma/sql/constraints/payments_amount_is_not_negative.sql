ALTER TABLE payments ADD CONSTRAINT payments_amount_is_not_negative CHECK (amount_cents >= 0);
COMMENT ON CONSTRAINT payments_amount_is_not_negative ON payments IS
  'The amount cannot be negative.';
