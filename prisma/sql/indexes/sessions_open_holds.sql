-- Holds that have run out are found without reading any other session.
CREATE INDEX sessions_open_holds ON sessions (hold_expires_at) WHERE status = 'pending_payment';
