-- An anonymized person cannot have weekly windows.
CREATE OR REPLACE TRIGGER availability_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');
