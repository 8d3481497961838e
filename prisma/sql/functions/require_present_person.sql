-- An anonymized person cannot learn, teach or write again. The first argument names the column with the person's
-- id. Locks the person, so that this waits for a concurrent anonymize_user. With 'nowait' it fails instead of
-- waiting, because a booking may hold the person's lock and wait for the row being changed here.
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
      RAISE EXCEPTION 'Someone else is booking or changing a session of this person.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
  END IF;
  IF EXISTS (SELECT FROM users WHERE id = person AND anonymized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'This person was anonymized. That cannot be undone.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If the person returns, add a new user.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION require_present_person() FROM PUBLIC;
