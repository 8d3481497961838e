-- An anonymized person cannot learn again. Waiting for a booking that holds the person's lock could deadlock, so
-- this fails at once.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_update BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active' AND (OLD.status <> 'active' OR NEW.student_id <> OLD.student_id)) EXECUTE FUNCTION require_present_person('student_id', 'nowait');
