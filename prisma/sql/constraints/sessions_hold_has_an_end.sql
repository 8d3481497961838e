ALTER TABLE sessions ADD CONSTRAINT sessions_hold_has_an_end CHECK ((status = 'pending_payment') = (hold_expires_at IS NOT NULL));
COMMENT ON CONSTRAINT sessions_hold_has_an_end ON sessions IS
  'Only a session with status pending_payment has hold_expires_at, and it must have one.';
