-- Keeps claims in sync with the session. A session that ends early keeps its claims until its scheduled end.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_claim();
