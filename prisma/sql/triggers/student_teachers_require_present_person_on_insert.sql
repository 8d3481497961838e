-- An anonymized person cannot start to teach.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_insert BEFORE INSERT ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active) EXECUTE FUNCTION require_present_person('user_id');
