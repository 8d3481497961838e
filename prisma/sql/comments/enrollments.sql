-- What ops read about enrollments in a database tool.
COMMENT ON TABLE enrollments IS 'A student in a course, and how many sessions they may have. To end one, set its status to cancelled: its sessions to come are cancelled with it.';
COMMENT ON COLUMN enrollments.session_count IS 'How many sessions this student may have. Raise it to extend the enrollment.';
COMMENT ON COLUMN enrollments.sessions_used IS 'How many of them are held, booked, done or missed. Counted by the database.';
COMMENT ON COLUMN enrollments.deferred_at IS 'When the student chose "Schedule Later". Booking a session clears it.';
COMMENT ON COLUMN enrollments.deferrals IS 'How often the student chose "Schedule Later". Counted by the database.';
