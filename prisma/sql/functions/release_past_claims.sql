-- Deletes claims of ended sessions, so that the exclusion index stays small. Returns the number deleted.
CREATE OR REPLACE FUNCTION release_past_claims() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  released integer;
BEGIN
  DELETE FROM calendar_claims WHERE ends_at <= database_now();
  GET DIAGNOSTICS released = ROW_COUNT;
  RETURN released;
END
$$;
REVOKE EXECUTE ON FUNCTION release_past_claims() FROM PUBLIC;
