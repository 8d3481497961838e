-- A student who chooses "Schedule Later" is told so, and not any more once they book.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_update AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN ((OLD.deferred_at IS NULL) <> (NEW.deferred_at IS NULL)) EXECUTE FUNCTION enrollments_notify();
