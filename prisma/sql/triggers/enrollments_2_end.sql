-- An enrollment that ends leaves no session behind that nobody was told about.
CREATE OR REPLACE TRIGGER enrollments_2_end AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION enrollments_end();
