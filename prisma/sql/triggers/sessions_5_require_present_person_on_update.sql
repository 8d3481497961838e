-- A session of an anonymized student cannot get a note or a waiver. Runs after both people are locked, because a
-- stronger lock on a locked person could deadlock.
CREATE OR REPLACE TRIGGER sessions_5_require_present_person_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.note IS NOT NULL AND NEW.note IS DISTINCT FROM OLD.note
    OR NEW.payment_waiver IS NOT NULL AND NEW.payment_waiver IS DISTINCT FROM OLD.payment_waiver
  ) EXECUTE FUNCTION require_present_person('student_id');
