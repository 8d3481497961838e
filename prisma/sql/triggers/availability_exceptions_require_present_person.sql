-- An anonymized person cannot have time off or extra hours.
CREATE OR REPLACE TRIGGER availability_exceptions_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability_exceptions
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');
