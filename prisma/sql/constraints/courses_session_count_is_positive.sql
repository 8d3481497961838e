ALTER TABLE courses ADD CONSTRAINT courses_session_count_is_positive CHECK (session_count > 0);
COMMENT ON CONSTRAINT courses_session_count_is_positive ON courses IS
  'A course must include at least one session.';
