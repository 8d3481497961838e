-- Makes status and scheduled_start editable in the view.
CREATE OR REPLACE TRIGGER ops_sessions_edit INSTEAD OF UPDATE ON ops_sessions
  FOR EACH ROW EXECUTE FUNCTION ops_sessions_edit();
