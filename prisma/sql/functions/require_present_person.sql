-- Nobody who was anonymized studies, teaches or leaves a text again. The trigger's first argument names the
-- column with the person's id. The person is locked, so that this waits for an anonymize_user that is under
-- way. With 'nowait' it does not wait: a booking has locked the person and may be waiting for the row that
-- is being changed here.
CREATE OR REPLACE FUNCTION require_present_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF TG_NARGS = 1 THEN
    PERFORM FROM users WHERE id = person FOR SHARE;
  ELSE
    BEGIN
      PERFORM FROM users WHERE id = person FOR SHARE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Somebody is booking or changing a session of this person at this moment.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
  END IF;
  IF EXISTS (SELECT FROM users WHERE id = person AND anonymized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'This person was anonymized, which cannot be taken back.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If the person comes back, add a new user.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION require_present_person() FROM PUBLIC;
