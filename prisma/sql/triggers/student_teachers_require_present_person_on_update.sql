-- An anonymized person cannot teach again. Waiting for a booking that holds the person's lock could deadlock, so
-- this fails at once.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_update BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active AND (NOT OLD.is_active OR NEW.user_id <> OLD.user_id)) EXECUTE FUNCTION require_present_person('user_id', 'nowait');
