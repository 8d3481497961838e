-- Descriptions of sessions that database tools show to ops.
COMMENT ON TABLE sessions IS 'Sessions, from hold to completion. Cancel, move and reassign sessions here: claims, events and emails follow. Cancel a session instead of deleting it.';
COMMENT ON COLUMN sessions.st_id IS 'Change it to reassign the session to another Student-Teacher of the course.';
COMMENT ON COLUMN sessions.status IS 'Set it to cancelled, completed or no_show. A cancellation notifies both people.';
COMMENT ON COLUMN sessions.scheduled_start IS 'Change only this column to move the session. The length stays the same.';
COMMENT ON COLUMN sessions.enrollment_id IS 'The student and the course. Cannot be changed. For another student, cancel the session and add a new one.';
COMMENT ON COLUMN sessions.course_id IS 'Derived from the enrollment.';
COMMENT ON COLUMN sessions.student_id IS 'Derived from the enrollment.';
COMMENT ON COLUMN sessions.teacher_id IS 'Derived from st_id.';
COMMENT ON COLUMN sessions.sequence IS 'SEQUENCE of the calendar invites. Increases with each version that people are notified of.';
COMMENT ON COLUMN sessions.price_cents IS 'Price at the time of booking, in the smallest unit of the currency. Empty if included in the course.';
COMMENT ON COLUMN sessions.payment_waiver IS 'Why a session with a price does not need to be paid, for example: paid by invoice.';
COMMENT ON COLUMN sessions.uses_session IS 'Whether it counts against the enrollment. Derived from the status.';
COMMENT ON COLUMN sessions.timed_at IS 'When the current time was agreed.';
