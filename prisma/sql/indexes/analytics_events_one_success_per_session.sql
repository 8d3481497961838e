-- A session counts as one success, even if it is confirmed twice.
CREATE UNIQUE INDEX analytics_events_one_success_per_session ON analytics_events ((data ->> 'session_id'))
  WHERE name = 'booking_success';
