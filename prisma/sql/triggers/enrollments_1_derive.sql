-- The database maintains the counters of an enrollment.
CREATE OR REPLACE TRIGGER enrollments_1_derive BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION enrollments_derive();
