-- A new ST has taught nobody yet, whatever is typed.
CREATE OR REPLACE TRIGGER student_teachers_derive BEFORE INSERT ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION student_teachers_derive();
