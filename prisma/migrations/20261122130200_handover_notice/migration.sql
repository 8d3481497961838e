-- An ST who has handed a session over must hear of it, also when the session changes again before that
-- mail has left: what they are told does not depend on where the session went.
CREATE OR REPLACE FUNCTION sessions_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE notifications SET status = 'voided'
    WHERE session_id = NEW.id AND status = 'pending'
      AND NOT (kind = 'session-cancelled' AND recipient_id NOT IN (NEW.student_id, NEW.teacher_id));
  END IF;
  IF NEW.status = 'scheduled' AND (TG_OP = 'INSERT' OR OLD.status <> 'scheduled') THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-booked');
    PERFORM plan_notice(NEW, NEW.teacher_id, 'session-booked');
  ELSIF NEW.status = 'scheduled' THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-changed');
    IF NEW.teacher_id = OLD.teacher_id THEN
      PERFORM plan_notice(NEW, NEW.teacher_id, 'session-changed');
    ELSE
      PERFORM plan_notice(NEW, NEW.teacher_id, 'session-booked');
      PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
    END IF;
  ELSIF NEW.status = 'cancelled' AND TG_OP = 'UPDATE' AND OLD.status = 'scheduled' THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-cancelled');
    PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
  END IF;
  IF NEW.status = 'scheduled' THEN
    PERFORM plan_reminders(NEW);
  END IF;
  RETURN NULL;
END
$$;
