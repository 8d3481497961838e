-- The id of a row of enrollments never changes.
CREATE OR REPLACE TRIGGER enrollments_keep_id BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
