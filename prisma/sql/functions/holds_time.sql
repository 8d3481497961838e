-- Whether a session with this status takes its two people's time until it ends. A session that is
-- completed early still does; a cancelled one, and a hold that ran out, do not.
CREATE OR REPLACE FUNCTION holds_time(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
$$;
