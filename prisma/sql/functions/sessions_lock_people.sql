-- Writers of two people's time take turns. Both people's rows are locked, lowest id first, before a
-- claim is written, so that two bookings wait for each other instead of deadlocking. Holds of these
-- people that have run out are then released, except any that another transaction is changing.
CREATE OR REPLACE FUNCTION sessions_lock_people() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id IN (NEW.teacher_id, NEW.student_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE sessions SET status = 'expired' WHERE id IN (
    SELECT id FROM sessions
    WHERE status = 'pending_payment' AND hold_expires_at <= database_now() AND id <> NEW.id
      AND (teacher_id IN (NEW.teacher_id, NEW.student_id) OR student_id IN (NEW.teacher_id, NEW.student_id))
    -- A hold that another transaction is changing may be waiting for these people: waiting for it would deadlock.
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_lock_people() FROM PUBLIC;
