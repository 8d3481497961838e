-- An anonymized person cannot have a calendar feed.
CREATE OR REPLACE TRIGGER calendar_feeds_require_present_person BEFORE INSERT OR UPDATE OF user_id ON calendar_feeds
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');
