-- Prevents changes of enrollments.id.
CREATE OR REPLACE TRIGGER enrollments_keep_id BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
