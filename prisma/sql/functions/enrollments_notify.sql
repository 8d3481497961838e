-- Plans one email per choice of "Schedule Later", and voids it if the student books first.
CREATE OR REPLACE FUNCTION enrollments_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE notifications SET status = 'voided'
    WHERE subject_type = 'enrollment' AND subject_id = NEW.id AND status = 'pending';
  IF NEW.deferred_at IS NOT NULL THEN
    INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
    VALUES ('schedule-later', 'enrollment', NEW.id, NEW.student_id, NEW.deferrals, database_now(), database_now())
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_notify() FROM PUBLIC;
