-- Records every change, even one that sends no email: a waiver, a hold's expiry or a note.
CREATE OR REPLACE TRIGGER sessions_8_record_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id, NEW.buffer_minutes, NEW.hold_expires_at,
      NEW.payment_waiver, NEW.note, NEW.reminders)
    IS DISTINCT FROM
    (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id, OLD.buffer_minutes, OLD.hold_expires_at,
      OLD.payment_waiver, OLD.note, OLD.reminders)
  ) EXECUTE FUNCTION sessions_record();
