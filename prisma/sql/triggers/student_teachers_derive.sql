-- The database maintains students_taught.
CREATE OR REPLACE TRIGGER student_teachers_derive BEFORE INSERT ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION student_teachers_derive();
