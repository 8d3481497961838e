-- Notifies a student who chooses "Schedule Later", unless they book first.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_update AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN ((OLD.deferred_at IS NULL) <> (NEW.deferred_at IS NULL)) EXECUTE FUNCTION enrollments_notify();
