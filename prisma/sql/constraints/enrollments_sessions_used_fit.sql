ALTER TABLE enrollments ADD CONSTRAINT enrollments_sessions_used_fit CHECK (sessions_used BETWEEN 0 AND session_count);
COMMENT ON CONSTRAINT enrollments_sessions_used_fit ON enrollments IS
  'session_count cannot be less than sessions_used. Cancel sessions first.';
