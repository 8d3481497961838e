ALTER TABLE courses ADD CONSTRAINT courses_session_minutes_are_sane CHECK (session_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT courses_session_minutes_are_sane ON courses IS
  'The session length must be between 5 and 480 minutes.';
