-- Finds refused bookings, which are few, without reading other events.
CREATE INDEX analytics_events_failures ON analytics_events (occurred_at) WHERE name = 'booking_failed';
