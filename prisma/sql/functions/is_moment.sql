-- True if an ISO 8601 text is a valid date and time: 2026-02-30 is not.
CREATE OR REPLACE FUNCTION is_moment(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN value::timestamptz IS NOT NULL;
EXCEPTION WHEN data_exception THEN
  RETURN false;
END
$$;
