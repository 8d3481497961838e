-- A start and an end as a JSON pair of milliseconds since 1970.
CREATE OR REPLACE FUNCTION interval_json(starts_at timestamptz, ends_at timestamptz) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_array(trunc(extract(epoch FROM starts_at) * 1000)::bigint, trunc(extract(epoch FROM ends_at) * 1000)::bigint)
$$;
