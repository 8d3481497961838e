-- True if a value of an analytics event has the type that its shape requires.
CREATE OR REPLACE FUNCTION analytics_value_fits(value jsonb, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'flag' THEN jsonb_typeof(value) = 'boolean'
    WHEN 'id' THEN value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    WHEN 'date' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\d$' AND public.is_moment(value #>> '{}')
    WHEN 'instant' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'
      AND public.is_moment(value #>> '{}')
    WHEN 'code' THEN value #>> '{}' ~ '^[A-Z][A-Z_]{0,63}$'
  END
$$;
