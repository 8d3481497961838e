ALTER TABLE notifications ADD CONSTRAINT notifications_that_failed_say_why CHECK (status <> 'failed' OR last_error IS NOT NULL);
COMMENT ON CONSTRAINT notifications_that_failed_say_why ON notifications IS
  'A failed notification needs a reason in last_error.';
