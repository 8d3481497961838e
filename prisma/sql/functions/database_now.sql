-- The one clock of the database's own objects: when a hold ends, when an event happened, when a mail is
-- due. An application server whose clock is wrong changes none of these. The demo story and the tests
-- replace this function to tell another time.
CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT clock_timestamp()
$$;
