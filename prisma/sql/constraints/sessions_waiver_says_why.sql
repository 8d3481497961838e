ALTER TABLE sessions ADD CONSTRAINT sessions_waiver_says_why CHECK (payment_waiver ~ '\S' AND char_length(payment_waiver) <= 200);
COMMENT ON CONSTRAINT sessions_waiver_says_why ON sessions IS
  'payment_waiver must give a reason in 1 to 200 characters.';
