-- A moment on somebody's own clock, with their zone named by its place: Thu 5 Mar, 10:00 New York. Short
-- enough for a cell of Studio. UTC for a person who has chosen no zone.
CREATE OR REPLACE FUNCTION as_local_time(moment timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE coalesce(zone, 'UTC'), 'Dy FMDD Mon, HH24:MI ')
    || replace(substring(coalesce(zone, 'UTC') FROM '[^/]+$'), '_', ' ')
$$;
