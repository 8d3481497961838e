-- What ops read about sessions in a database tool.
COMMENT ON TABLE sessions IS 'Sessions, from hold to completion. Cancel, move and reassign here: claims, events and mails follow. A session is cancelled, never deleted.';
COMMENT ON COLUMN sessions.st_id IS 'Change it to give the session to another Student-Teacher of the course.';
COMMENT ON COLUMN sessions.status IS 'Set it to cancelled, completed or no_show. Both people are told of a cancellation.';
COMMENT ON COLUMN sessions.scheduled_start IS 'Change it alone to move the session: it keeps its length.';
COMMENT ON COLUMN sessions.enrollment_id IS 'The student and the course. It stays: for another student, cancel and add a new session.';
COMMENT ON COLUMN sessions.course_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.student_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.teacher_id IS 'Follows from st_id.';
COMMENT ON COLUMN sessions.sequence IS 'The SEQUENCE of its invites. Rises with each version that people are told of.';
COMMENT ON COLUMN sessions.price_cents IS 'What the session costs, as it was when it was booked. Empty: it is included in the course.';
COMMENT ON COLUMN sessions.payment_waiver IS 'Why a session that costs money need not be paid, for example: paid by invoice.';
COMMENT ON COLUMN sessions.uses_session IS 'Whether it uses up a session of the enrollment. Follows from the status.';
COMMENT ON COLUMN sessions.timed_at IS 'When its present time was agreed.';
