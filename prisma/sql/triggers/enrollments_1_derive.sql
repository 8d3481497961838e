-- Runs first, so that the other triggers see the true counts.
CREATE OR REPLACE TRIGGER enrollments_1_derive BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION enrollments_derive();
