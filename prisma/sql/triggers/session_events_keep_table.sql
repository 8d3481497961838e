-- Prevents TRUNCATE of session_events.
CREATE OR REPLACE TRIGGER session_events_keep_table BEFORE TRUNCATE ON session_events
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
