-- What ops read about Student-Teachers in a database tool.
COMMENT ON TABLE student_teachers IS 'A user who teaches one course. Elsewhere, st_id is the id of this row. To stop bookings, set is_active to false.';
COMMENT ON COLUMN student_teachers.is_active IS 'Whether they can be booked. Sessions that are booked already stand.';
COMMENT ON COLUMN student_teachers.buffer_minutes IS 'Minutes kept free after each session. Applies to sessions booked from now on.';
COMMENT ON COLUMN student_teachers.students_taught IS 'How many students have completed a session with them. Counted by the database.';
