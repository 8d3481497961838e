-- The table users is never emptied.
CREATE OR REPLACE TRIGGER users_keep_table BEFORE TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
