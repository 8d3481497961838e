COMMENT ON TABLE student_teachers IS 'Users who teach one course each. In other tables, st_id is the id of this row. To stop bookings, set is_active to false.';
COMMENT ON COLUMN student_teachers.is_active IS 'Whether they can be booked. Existing sessions are not affected.';
COMMENT ON COLUMN student_teachers.buffer_minutes IS 'Minutes kept free after each session. Applies to new sessions only.';
COMMENT ON COLUMN student_teachers.students_taught IS 'Number of students with a completed session. Maintained by the database.';
