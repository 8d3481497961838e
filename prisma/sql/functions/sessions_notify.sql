-- Plans the emails about a change in the same transaction, and voids pending ones that are outdated. A pending
-- cancellation is voided only if the session is scheduled again, and only for its current people: a former ST must
-- still receive it.
CREATE OR REPLACE FUNCTION sessions_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE notifications SET status = 'voided'
    WHERE subject_type = 'session' AND subject_id = NEW.id AND status = 'pending'
      AND (kind <> 'session-cancelled'
        OR (NEW.status = 'scheduled' AND recipient_id IN (NEW.student_id, NEW.teacher_id)));
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
  ELSIF NEW.status = 'cancelled' AND OLD.status <> 'pending_payment' AND NEW.sequence > OLD.sequence THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-cancelled');
    PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_notify() FROM PUBLIC;
