-- Links and history refer to a course by its id.
CREATE OR REPLACE TRIGGER courses_keep_id BEFORE UPDATE ON courses
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
