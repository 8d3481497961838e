ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_horizon_is_sane CHECK (booking_horizon_days BETWEEN 1 AND 365);
COMMENT ON CONSTRAINT student_teachers_horizon_is_sane ON student_teachers IS
  'booking_horizon_days must be between 1 and 365.';
