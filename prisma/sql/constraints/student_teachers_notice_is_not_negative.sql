ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_notice_is_not_negative CHECK (min_notice_hours BETWEEN 0 AND 8760);
COMMENT ON CONSTRAINT student_teachers_notice_is_not_negative ON student_teachers IS
  'min_notice_hours must be between 0 and 8760.';
