-- What ops read about courses in a database tool.
COMMENT ON TABLE courses IS 'What can be learned. To stop bookings, set is_active to false on each of its Student-Teachers.';
COMMENT ON COLUMN courses.price_per_session_cents IS 'In the smallest unit of the currency. Applies to sessions booked from now on.';
