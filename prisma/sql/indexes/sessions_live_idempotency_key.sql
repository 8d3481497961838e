-- A form or API key books one session. The key is free again when the session is cancelled or its hold expires, so
-- that a retry can book.
CREATE UNIQUE INDEX sessions_live_idempotency_key ON sessions (student_id, idempotency_key) WHERE uses_session;
COMMENT ON INDEX sessions_live_idempotency_key IS
  'Another session of this student has this idempotency_key. Leave it empty.';
