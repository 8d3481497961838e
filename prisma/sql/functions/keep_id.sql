-- An id never changes: links, invites and histories name it.
CREATE OR REPLACE FUNCTION keep_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The id of a row of % never changes.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Leave the id as it is. If the row is wrong, change its other columns or add a new row.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_id() FROM PUBLIC;
