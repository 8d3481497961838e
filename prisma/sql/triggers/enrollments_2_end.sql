-- Ending an enrollment cancels its upcoming sessions, or is refused.
CREATE OR REPLACE TRIGGER enrollments_2_end AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION enrollments_end();
