-- Only an active ST can be booked.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_active_st();
