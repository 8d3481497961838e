-- Counts on an enrollment are the database's own.
CREATE OR REPLACE TRIGGER enrollments_1_derive BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION enrollments_derive();
