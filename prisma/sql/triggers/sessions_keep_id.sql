-- Links, invites and history refer to a session by its id.
CREATE OR REPLACE TRIGGER sessions_keep_id BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
