COMMENT ON TABLE session_events IS 'History of each session: what happened, when, and who did it. Read-only: follows sessions.';
COMMENT ON COLUMN session_events.actor_id IS 'The person who did it. Empty for the system and for edits by ops.';
COMMENT ON COLUMN session_events.database_role IS 'The database role that made the change: peerloop_app for the product, peerloop_ops for ops.';
