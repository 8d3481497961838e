-- ISO 8601 in UTC with milliseconds: 2026-03-05T15:00:00.000Z.
CREATE OR REPLACE FUNCTION as_iso_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
