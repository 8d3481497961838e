-- Prevents changes of student_teachers.id.
CREATE OR REPLACE TRIGGER student_teachers_keep_id BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
