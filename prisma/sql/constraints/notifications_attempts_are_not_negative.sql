ALTER TABLE notifications ADD CONSTRAINT notifications_attempts_are_not_negative CHECK (attempts >= 0);
COMMENT ON CONSTRAINT notifications_attempts_are_not_negative ON notifications IS
  'attempts cannot be negative.';
