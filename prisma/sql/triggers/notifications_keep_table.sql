-- What people were told is history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER notifications_keep_table BEFORE TRUNCATE ON notifications
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
