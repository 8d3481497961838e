-- A timestamp in local time, with the city of the time zone: Thu 5 Mar, 10:00 New York. Short enough for a cell in
-- Studio. UTC if the person has not chosen a time zone.
CREATE OR REPLACE FUNCTION as_local_time(moment timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE coalesce(zone, 'UTC'), 'Dy FMDD Mon, HH24:MI ')
    || replace(substring(coalesce(zone, 'UTC') FROM '[^/]+$'), '_', ' ')
$$;
