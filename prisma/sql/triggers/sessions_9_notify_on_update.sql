-- Notifies both people of a change of status, time or teacher.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
    IS DISTINCT FROM (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
  ) EXECUTE FUNCTION sessions_notify();
