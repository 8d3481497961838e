-- Claims follow the session. A session that is completed early keeps its claims until it ends.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.uses_session, NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (OLD.uses_session, OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_claim();
