-- hold_expires_at belongs to pending_payment: a session has both or neither.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_has_an_end CHECK ((status = 'pending_payment') = (hold_expires_at IS NOT NULL));
COMMENT ON CONSTRAINT sessions_hold_has_an_end ON sessions IS
  'hold_expires_at belongs to pending_payment: a session has both or neither.';
