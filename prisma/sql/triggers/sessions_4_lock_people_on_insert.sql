-- Locks both people before claims are written.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_lock_people();
