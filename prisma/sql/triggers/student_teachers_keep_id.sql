-- Links and history refer to an ST by the id.
CREATE OR REPLACE TRIGGER student_teachers_keep_id BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
