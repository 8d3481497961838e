-- An anonymized person cannot become a Student-Teacher.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_insert BEFORE INSERT ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active) EXECUTE FUNCTION require_present_person('user_id');
