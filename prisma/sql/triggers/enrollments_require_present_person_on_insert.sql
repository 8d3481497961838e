-- An anonymized person cannot be enrolled.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_insert BEFORE INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active') EXECUTE FUNCTION require_present_person('student_id');
