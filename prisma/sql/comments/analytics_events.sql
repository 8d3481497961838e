-- What ops read about analytics in a database tool.
COMMENT ON TABLE analytics_events IS 'What people did on the way to a session. booking_funnel, offered_but_rejected and refused_bookings are made of it.';
COMMENT ON COLUMN analytics_events.viewer_id IS 'Who was signed in.';
COMMENT ON COLUMN analytics_events.data IS 'What the specification lists for this event, and nothing else.';
