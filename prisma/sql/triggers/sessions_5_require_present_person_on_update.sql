-- No text is left on a session of an anonymized student. After both people are locked, where they are: a
-- stronger lock on a person who is locked already could deadlock.
CREATE OR REPLACE TRIGGER sessions_5_require_present_person_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.note IS NOT NULL AND NEW.note IS DISTINCT FROM OLD.note
    OR NEW.payment_waiver IS NOT NULL AND NEW.payment_waiver IS DISTINCT FROM OLD.payment_waiver
  ) EXECUTE FUNCTION require_present_person('student_id');
