ALTER TABLE courses ADD CONSTRAINT courses_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT courses_currency_is_a_code ON courses IS
  'Write the currency as a lower-case ISO 4217 code, such as usd.';
