-- Sessions and emails refer to an enrollment by its id.
CREATE OR REPLACE TRIGGER enrollments_keep_id BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
