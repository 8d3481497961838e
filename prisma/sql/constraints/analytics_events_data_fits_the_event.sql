-- Extra or missing properties are refused, so that no personal data is stored.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_data_fits_the_event CHECK (analytics_data_fits(name, data));
COMMENT ON CONSTRAINT analytics_events_data_fits_the_event ON analytics_events IS
  'data must have exactly the properties that the specification lists for this event.';
