-- A page must be able to show all slots of an ST. Written as a product of bigints so that no value overflows.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slots_fit_a_page CHECK (booking_horizon_days::bigint * 1440 <= slot_step_minutes::bigint * 20000);
COMMENT ON CONSTRAINT student_teachers_slots_fit_a_page ON student_teachers IS
  'This horizon and step give over 20000 slots, more than a page can show. Lower booking_horizon_days or raise slot_step_minutes.';
