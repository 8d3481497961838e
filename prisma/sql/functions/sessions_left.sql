-- The sessions of an enrollment that can still be booked. The database counts a hold that has run out until it expires
-- it, within a minute; here it does not count.
CREATE OR REPLACE FUNCTION sessions_left(enrollment enrollments, at timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT enrollment.session_count - enrollment.sessions_used + (
    SELECT count(*)::integer FROM sessions
    WHERE enrollment_id = enrollment.id AND status = 'pending_payment' AND hold_expires_at <= at)
$$;
