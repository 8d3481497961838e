-- The claims of a person that overlap a range, as JSON intervals, or null. Holds that have expired by the given time
-- claim nothing.
CREATE OR REPLACE FUNCTION busy_times(person uuid, at timestamptz, range_start timestamptz, range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_agg(interval_json(starts_at, ends_at)) FROM calendar_claims
    WHERE user_id = person AND starts_at < range_end AND ends_at > range_start
      AND (hold_expires_at IS NULL OR hold_expires_at > at));
END
$$;
