-- What is in the outbox is sent once, and as it was planned.
CREATE OR REPLACE TRIGGER notifications_check_change BEFORE UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION notifications_check_change();
