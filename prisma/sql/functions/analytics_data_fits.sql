-- An analytics event holds what the specification lists for it and nothing else: no place for a note,
-- a name or an address. A key too many is refused like one too few.
CREATE OR REPLACE FUNCTION analytics_data_fits(name analytics_event_name, data jsonb)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(data) <> 'object' THEN false ELSE NOT EXISTS (
    SELECT FROM jsonb_each(data) AS given (key, value)
      FULL JOIN jsonb_each_text(public.analytics_shape(name)) AS asked (key, kind) USING (key)
    WHERE NOT coalesce(public.analytics_value_fits(value, kind), false)
  ) END
$$;
