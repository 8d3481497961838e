-- A student never has more sessions than the enrollment includes.
ALTER TABLE enrollments ADD CONSTRAINT enrollments_sessions_used_fit CHECK (sessions_used BETWEEN 0 AND session_count);
COMMENT ON CONSTRAINT enrollments_sessions_used_fit ON enrollments IS
  'An enrollment includes at least as many sessions as are used already. Cancel sessions first.';
