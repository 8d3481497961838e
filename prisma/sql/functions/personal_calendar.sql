-- A person's weekly windows, exceptions and claims as JSON. PL/pgSQL, so that each connection plans the queries
-- once. Recent time off still determines the slot grid of a long available interval; it is read relative to the
-- given time and not to the range, so that listing and booking use the same grid.
CREATE OR REPLACE FUNCTION personal_calendar(person uuid, at timestamptz, range_start timestamptz, range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  weekly_windows json;
  time_off json;
  extra_windows json;
BEGIN
  SELECT json_agg(json_build_object('dayOfWeek', day_of_week, 'startTime', start_time, 'endTime', end_time,
    'timeZone', timezone))
  INTO weekly_windows FROM availability WHERE user_id = person;
  SELECT json_agg(interval_json(starts_at, ends_at)) FILTER (WHERE kind = 'time_off'),
    json_agg(interval_json(starts_at, ends_at)) FILTER (WHERE kind = 'extra_hours')
  INTO time_off, extra_windows FROM availability_exceptions
  WHERE user_id = person AND ends_at > at - interval '60 days' AND starts_at < range_end;
  RETURN json_build_object('weeklyWindows', weekly_windows, 'timeOff', time_off, 'extraWindows', extra_windows,
    'claims', busy_times(person, at, range_start, range_end));
END
$$;
