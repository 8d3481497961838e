-- Counts the student when a session is completed, or no longer is.
CREATE OR REPLACE TRIGGER sessions_6_count_taught BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN ((NEW.status = 'completed') <> (OLD.status = 'completed')) EXECUTE FUNCTION sessions_count_taught();
