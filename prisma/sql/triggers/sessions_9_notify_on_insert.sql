-- Notifies both people of a new session.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_notify();
