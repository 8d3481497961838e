COMMENT ON TABLE enrollments IS 'A student in a course, with a number of sessions. To end one, set its status to cancelled, which also cancels its upcoming sessions.';
COMMENT ON COLUMN enrollments.session_count IS 'Number of sessions included. Raise it to extend the enrollment.';
COMMENT ON COLUMN enrollments.sessions_used IS 'Number of sessions held, scheduled, completed or missed. Maintained by the database.';
COMMENT ON COLUMN enrollments.deferred_at IS 'When the student chose "Schedule Later". Cleared by a booking.';
COMMENT ON COLUMN enrollments.deferrals IS 'How often the student chose "Schedule Later". Maintained by the database.';
