-- Whether a session takes its two people's time until it ends. One that is completed early still does, and so
-- does one that is cancelled after it began: nobody else was offered the rest of that hour. A session that is
-- cancelled earlier, and a hold that ran out, do not.
CREATE OR REPLACE FUNCTION claims_time(booked sessions) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT booked.uses_session OR (booked.status = 'cancelled' AND booked.timed_at >= booked.scheduled_start)
$$;
