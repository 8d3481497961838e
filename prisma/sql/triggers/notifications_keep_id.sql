-- The id of a notification is the idempotency key of its email.
CREATE OR REPLACE TRIGGER notifications_keep_id BEFORE UPDATE ON notifications
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
