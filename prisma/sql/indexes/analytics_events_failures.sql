-- Ops find the bookings that were refused, which are few, without reading all other events of their time.
CREATE INDEX analytics_events_failures ON analytics_events (occurred_at) WHERE name = 'booking_failed';
