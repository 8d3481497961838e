ALTER TABLE sessions ADD CONSTRAINT sessions_price_has_a_currency CHECK ((price_cents IS NULL) = (currency IS NULL) AND price_cents > 0);
COMMENT ON CONSTRAINT sessions_price_has_a_currency ON sessions IS
  'A price must be positive and have a currency. A session without a price has neither.';
