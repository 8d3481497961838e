-- Sign-ins and history refer to a person by the id.
CREATE OR REPLACE TRIGGER users_keep_id BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
