-- True if a session with this status takes time and counts against the enrollment. Completed sessions do;
-- cancelled sessions and expired holds do not.
CREATE OR REPLACE FUNCTION holds_time(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
$$;
