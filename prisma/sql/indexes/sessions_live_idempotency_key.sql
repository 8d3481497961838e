-- One form books one session. A key ends with its session, so a form whose hold ran out books again.
CREATE UNIQUE INDEX sessions_live_idempotency_key ON sessions (student_id, idempotency_key) WHERE uses_session;
COMMENT ON INDEX sessions_live_idempotency_key IS
  'This student has another session with this idempotency_key. Leave it empty.';
