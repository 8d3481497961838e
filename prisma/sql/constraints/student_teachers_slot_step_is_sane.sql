-- Slots start every 5 to 480 minutes.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slot_step_is_sane CHECK (slot_step_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT student_teachers_slot_step_is_sane ON student_teachers IS
  'Slots start every 5 to 480 minutes.';
