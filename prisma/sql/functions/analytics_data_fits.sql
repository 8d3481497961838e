-- True if the data has exactly the properties that the specification lists for the event. Extra keys are refused
-- so that no note, name or address can be stored.
CREATE OR REPLACE FUNCTION analytics_data_fits(name analytics_event_name, data jsonb)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(data) <> 'object' THEN false ELSE NOT EXISTS (
    SELECT FROM jsonb_each(data) AS given (key, value)
      FULL JOIN jsonb_each_text(public.analytics_shape(name)) AS asked (key, kind) USING (key)
    WHERE NOT coalesce(public.analytics_value_fits(value, kind), false)
  ) END
$$;
