-- Notifies a student who is enrolled as deferred.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_insert AFTER INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.deferred_at IS NOT NULL) EXECUTE FUNCTION enrollments_notify();
