-- Prevents changes of an id, because links, invites and history refer to it.
CREATE OR REPLACE FUNCTION keep_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The id of a row in % cannot be changed.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Change other columns, or add a new row.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_id() FROM PUBLIC;
