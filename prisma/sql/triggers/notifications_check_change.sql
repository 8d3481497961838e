-- A notification is sent at most once, as planned.
CREATE OR REPLACE TRIGGER notifications_check_change BEFORE UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION notifications_check_change();
