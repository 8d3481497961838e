-- The table session_events is never emptied.
CREATE OR REPLACE TRIGGER session_events_keep_table BEFORE TRUNCATE ON session_events
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
