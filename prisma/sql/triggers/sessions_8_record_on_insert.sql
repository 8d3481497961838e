-- Records the first event of the session's timeline.
CREATE OR REPLACE TRIGGER sessions_8_record_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_record();
