-- Whether a text in ISO 8601 names a day and time that exist: 2026-02-30 does not.
CREATE OR REPLACE FUNCTION is_moment(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN value::timestamptz IS NOT NULL;
EXCEPTION WHEN data_exception THEN
  RETURN false;
END
$$;
