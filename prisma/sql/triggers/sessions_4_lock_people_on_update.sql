-- Locks both people before claims are rewritten, even if only the hold's expiry changes. Without the lock, two
-- transactions that write claims for the same time would deadlock.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    claims_time(NEW) AND
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_lock_people();
