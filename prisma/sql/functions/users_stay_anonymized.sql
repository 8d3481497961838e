-- What anonymize_user removed does not come back: an anonymized person's row never changes again.
CREATE OR REPLACE FUNCTION users_stay_anonymized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'This person was anonymized, which cannot be taken back.'
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'If the person comes back, add a new user.';
END
$$;
REVOKE EXECUTE ON FUNCTION users_stay_anonymized() FROM PUBLIC;
