-- Minutes since midnight of a time HH:MM; 24:00 is 1440.
CREATE OR REPLACE FUNCTION minute_of_day(clock text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT split_part(clock, ':', 1)::integer * 60 + split_part(clock, ':', 2)::integer
$$;
