-- The overview takes a new status and a new start.
CREATE OR REPLACE TRIGGER ops_sessions_edit INSTEAD OF UPDATE ON ops_sessions
  FOR EACH ROW EXECUTE FUNCTION ops_sessions_edit();
