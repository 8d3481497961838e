-- An enrollment of an anonymized person cannot be reactivated.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_update BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active' AND (OLD.status <> 'active' OR NEW.student_id <> OLD.student_id)) EXECUTE FUNCTION require_present_person('student_id', 'nowait');
