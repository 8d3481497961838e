-- Sessions are cancelled instead of deleted, so that their history stays.
CREATE OR REPLACE TRIGGER sessions_keep_rows BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_history();
