-- Signing a person out on every device also voids the sign-in links that wait in their mailbox.
CREATE OR REPLACE TRIGGER users_sign_out_everywhere AFTER UPDATE ON users
  FOR EACH ROW
  WHEN (NEW.session_version <> OLD.session_version) EXECUTE FUNCTION users_sign_out_everywhere();
