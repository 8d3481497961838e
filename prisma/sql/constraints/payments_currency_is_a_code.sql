-- Write the currency as its three-letter code in lower case, such as usd.
ALTER TABLE payments ADD CONSTRAINT payments_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT payments_currency_is_a_code ON payments IS
  'Write the currency as its three-letter code in lower case, such as usd.';
