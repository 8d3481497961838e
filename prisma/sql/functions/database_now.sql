-- The only clock of the database objects: hold expiry, event times and due times. A wrong clock on an application
-- server cannot affect them. Tests and the demo data replace this function to set the time.
CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT clock_timestamp()
$$;
