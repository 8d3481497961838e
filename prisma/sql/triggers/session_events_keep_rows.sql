-- Rows of session_events are never deleted.
CREATE OR REPLACE TRIGGER session_events_keep_rows BEFORE DELETE ON session_events
  FOR EACH ROW EXECUTE FUNCTION keep_history();
