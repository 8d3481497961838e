COMMENT ON TABLE courses IS 'Courses. To stop bookings, set is_active to false on each Student-Teacher of the course.';
COMMENT ON COLUMN courses.price_per_session_cents IS 'In the smallest unit of the currency. Applies to new sessions only.';
