-- No session outlives its enrollment. Cancelling an enrollment cancels its upcoming sessions and holds, and
-- notifies both people. An enrollment with held or scheduled sessions cannot be completed.
CREATE OR REPLACE FUNCTION enrollments_end() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  to_come integer;
BEGIN
  IF NEW.status = 'cancelled' THEN
    -- An edit of a session holds the session lock and waits for this enrollment. Waiting for it would deadlock.
    BEGIN
      PERFORM FROM sessions
        WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
          AND scheduled_start > database_now()
        FOR NO KEY UPDATE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Someone else is changing a session of this enrollment.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
    UPDATE sessions SET status = 'cancelled'
      WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
        AND scheduled_start > database_now();
    RETURN NULL;
  END IF;
  SELECT count(*) INTO to_come FROM sessions
    WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled');
  IF to_come > 0 THEN
    RAISE EXCEPTION 'This enrollment still has held or scheduled sessions (%), so it cannot be completed.', to_come
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Wait for them or cancel them. To end the enrollment now, set its status to cancelled, which also cancels its sessions.';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_end() FROM PUBLIC;
