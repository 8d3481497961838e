-- Refuses DELETE and TRUNCATE on tables that keep history.
CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are kept as history and cannot be deleted.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Change the status instead, for example to cancelled.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_history() FROM PUBLIC;
