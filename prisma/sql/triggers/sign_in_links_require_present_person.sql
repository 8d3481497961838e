-- An anonymized person cannot get a sign-in link.
CREATE OR REPLACE TRIGGER sign_in_links_require_present_person BEFORE INSERT OR UPDATE OF user_id ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');
