ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slot_step_is_sane CHECK (slot_step_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT student_teachers_slot_step_is_sane ON student_teachers IS
  'slot_step_minutes must be between 5 and 480.';
