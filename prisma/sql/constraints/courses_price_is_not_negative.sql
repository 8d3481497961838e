ALTER TABLE courses ADD CONSTRAINT courses_price_is_not_negative CHECK (price_per_session_cents >= 0);
COMMENT ON CONSTRAINT courses_price_is_not_negative ON courses IS
  'The price cannot be negative. Leave it empty if sessions are included in the course.';
