COMMENT ON TABLE analytics_events IS 'Analytics events of the booking funnel. Source of the views booking_funnel, offered_but_rejected and refused_bookings.';
COMMENT ON COLUMN analytics_events.viewer_id IS 'The signed-in user.';
COMMENT ON COLUMN analytics_events.data IS 'The properties that the specification lists for this event.';
