-- An anonymized person cannot be changed, so that personal data does not return.
CREATE OR REPLACE FUNCTION users_stay_anonymized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'This person was anonymized. That cannot be undone.'
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'If the person returns, add a new user.';
END
$$;
REVOKE EXECUTE ON FUNCTION users_stay_anonymized() FROM PUBLIC;
