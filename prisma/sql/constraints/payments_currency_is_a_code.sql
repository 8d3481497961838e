ALTER TABLE payments ADD CONSTRAINT payments_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT payments_currency_is_a_code ON payments IS
  'Write the currency as a lower-case ISO 4217 code, such as usd.';
