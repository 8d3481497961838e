-- Serializes bookings per person. Locks both people, lowest id first, before claims are written, so that
-- concurrent bookings wait instead of deadlocking. Then expires these people's lapsed holds, except those that
-- another transaction is changing.
CREATE OR REPLACE FUNCTION sessions_lock_people() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id IN (NEW.teacher_id, NEW.student_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE sessions SET status = 'expired' WHERE id IN (
    SELECT id FROM sessions
    WHERE status = 'pending_payment' AND hold_expires_at <= database_now() AND id <> NEW.id
      AND (teacher_id IN (NEW.teacher_id, NEW.student_id) OR student_id IN (NEW.teacher_id, NEW.student_id))
    -- A transaction that is changing a hold may be waiting for these people. Waiting for it would deadlock.
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_lock_people() FROM PUBLIC;
