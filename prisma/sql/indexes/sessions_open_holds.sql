-- Finds lapsed holds without reading other sessions.
CREATE INDEX sessions_open_holds ON sessions (hold_expires_at) WHERE status = 'pending_payment';
