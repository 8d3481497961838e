-- An anonymized person cannot be changed.
CREATE OR REPLACE TRIGGER users_stay_anonymized BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (OLD.anonymized_at IS NOT NULL) EXECUTE FUNCTION users_stay_anonymized();
