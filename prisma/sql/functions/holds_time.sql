-- Whether a session with this status counts: it takes time and uses up one of the enrollment's sessions. A
-- completed one does; a cancelled one, and a hold that ran out, do not.
CREATE OR REPLACE FUNCTION holds_time(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
$$;
