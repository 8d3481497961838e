-- The data of an analytics event is what the specification lists for it, and nothing else.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_data_fits_the_event CHECK (analytics_data_fits(name, data));
COMMENT ON CONSTRAINT analytics_events_data_fits_the_event ON analytics_events IS
  'The data of an analytics event is what the specification lists for it, and nothing else.';
