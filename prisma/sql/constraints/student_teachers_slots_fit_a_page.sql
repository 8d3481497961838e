-- A page can show all slots of an ST. Multiplied out, and in wider numbers, so that no value overflows here.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slots_fit_a_page CHECK (booking_horizon_days::bigint * 1440 <= slot_step_minutes::bigint * 20000);
COMMENT ON CONSTRAINT student_teachers_slots_fit_a_page ON student_teachers IS
  'So many days ahead, in steps so small, are over 20000 slots: more than a page can show. Lower booking_horizon_days or raise slot_step_minutes.';
