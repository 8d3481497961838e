-- A price is above 0 and has a currency. A session that is included has neither.
ALTER TABLE sessions ADD CONSTRAINT sessions_price_has_a_currency CHECK ((price_cents IS NULL) = (currency IS NULL) AND price_cents > 0);
COMMENT ON CONSTRAINT sessions_price_has_a_currency ON sessions IS
  'A price is above 0 and has a currency. A session that is included has neither.';
