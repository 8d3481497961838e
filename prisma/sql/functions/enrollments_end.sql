-- Nobody is left with a session of an enrollment that has ended. Cancelling an enrollment cancels its
-- sessions still to come and releases its holds, and both people are told. It cannot be completed while
-- sessions are still to come.
CREATE OR REPLACE FUNCTION enrollments_end() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  to_come integer;
BEGIN
  IF NEW.status = 'cancelled' THEN
    -- An edit of a session has the session and waits for this enrollment. To wait for it would block both.
    BEGIN
      PERFORM FROM sessions
        WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
          AND scheduled_start > database_now()
        FOR NO KEY UPDATE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Somebody else is changing a session of this enrollment at this moment.'
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
    RAISE EXCEPTION 'This enrollment has sessions still to come (%), so it is not completed.', to_come
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Wait for them or cancel them. To end the enrollment now, set its status to cancelled: its sessions are cancelled with it.';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_end() FROM PUBLIC;
