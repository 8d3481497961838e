-- A student cannot use more sessions than the enrollment includes. One statement checks and raises the count, so
-- two concurrent bookings cannot both take the last session, at any isolation level.
CREATE OR REPLACE FUNCTION sessions_count() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  enrolled enrollments;
BEGIN
  IF NOT NEW.uses_session THEN
    UPDATE enrollments SET sessions_used = sessions_used - 1 WHERE id = NEW.enrollment_id;
    RETURN NULL;
  END IF;
  UPDATE enrollments SET sessions_used = sessions_used + 1, deferred_at = NULL
    WHERE id = NEW.enrollment_id AND status = 'active' AND sessions_used < session_count;
  IF FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO enrolled FROM enrollments WHERE id = NEW.enrollment_id;
  IF enrolled.status <> 'active' THEN
    RAISE EXCEPTION 'This enrollment is not active.'
      USING ERRCODE = 'PL003', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set the status of the enrollment to active first.';
  END IF;
  RAISE EXCEPTION 'All % sessions of this enrollment are used.', enrolled.session_count
    USING ERRCODE = 'PL001', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'To extend the enrollment, raise its session_count.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_count() FROM PUBLIC;
