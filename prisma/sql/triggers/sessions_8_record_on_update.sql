-- Every change of status, time or teacher leaves an event.
CREATE OR REPLACE TRIGGER sessions_8_record_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
    IS DISTINCT FROM (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
  ) EXECUTE FUNCTION sessions_record();
