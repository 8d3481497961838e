-- Nobody who was anonymized studies or teaches again. The trigger's argument names the column with the
-- person's id. The person is locked, so that this waits for an anonymize_user that is under way.
CREATE OR REPLACE FUNCTION require_present_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  anonymized boolean;
BEGIN
  SELECT anonymized_at IS NOT NULL INTO anonymized
    FROM users WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid FOR SHARE;
  IF anonymized THEN
    RAISE EXCEPTION 'This person was anonymized, which cannot be taken back.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If the person comes back, add a new user.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION require_present_person() FROM PUBLIC;
