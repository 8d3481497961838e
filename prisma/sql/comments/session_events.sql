-- What ops read about events in a database tool.
COMMENT ON TABLE session_events IS 'What happened to each session, who did it and when. Follows sessions; read only.';
COMMENT ON COLUMN session_events.actor_id IS 'The person who did it. Empty: ops, by hand, or the system.';
COMMENT ON COLUMN session_events.database_role IS 'The database role that wrote: peerloop_app for the product, peerloop_ops for a hand edit.';
