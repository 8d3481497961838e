-- A session goes to an ST who is active. One that stands already stays with an ST who became inactive.
-- The ST's row is locked whatever it says, so that a booking waits for an ST who is being deactivated.
CREATE OR REPLACE FUNCTION sessions_require_active_st() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  active boolean;
BEGIN
  SELECT is_active INTO active FROM student_teachers WHERE id = NEW.st_id FOR SHARE;
  IF NOT active THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set is_active on the Student-Teacher first, or choose another.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_active_st() FROM PUBLIC;
