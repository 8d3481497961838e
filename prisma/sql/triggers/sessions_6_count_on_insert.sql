-- A new session counts against the enrollment.
CREATE OR REPLACE TRIGGER sessions_6_count_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_count();
