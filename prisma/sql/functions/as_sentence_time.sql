-- A timestamp in messages to ops: 5 March 2026, 15:00 UTC.
CREATE OR REPLACE FUNCTION as_sentence_time(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'FMDD FMMonth YYYY, HH24:MI "UTC"')
$$;
