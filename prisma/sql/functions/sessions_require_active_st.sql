-- A session can be booked with or reassigned to an active ST only. Existing sessions of an inactive ST stay. The
-- lock makes a booking wait for a concurrent deactivation.
CREATE OR REPLACE FUNCTION sessions_require_active_st() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  active boolean;
BEGIN
  SELECT is_active INTO active FROM student_teachers WHERE id = NEW.st_id FOR SHARE;
  IF NOT active THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set is_active to true first, or choose another Student-Teacher.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_active_st() FROM PUBLIC;
