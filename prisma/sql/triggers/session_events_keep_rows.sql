-- The timeline of a session stays complete.
CREATE OR REPLACE TRIGGER session_events_keep_rows BEFORE DELETE ON session_events
  FOR EACH ROW EXECUTE FUNCTION keep_history();
