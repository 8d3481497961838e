-- Prevents TRUNCATE of notifications.
CREATE OR REPLACE TRIGGER notifications_keep_table BEFORE TRUNCATE ON notifications
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
