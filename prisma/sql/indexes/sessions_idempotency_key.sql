-- A form or API key stands for one session forever, so that a late retry cannot book a second one after a
-- cancellation.
CREATE UNIQUE INDEX sessions_idempotency_key ON sessions (student_id, idempotency_key);
COMMENT ON INDEX sessions_idempotency_key IS
  'Another session of this student has this idempotency_key. Leave it empty.';
