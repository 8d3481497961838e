-- Events are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER session_events_keep_table BEFORE TRUNCATE ON session_events
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
