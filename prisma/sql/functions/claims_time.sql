-- True if a session keeps its two people busy until it ends. This includes a session completed early and a session
-- cancelled after it started, because nobody was offered the rest of that time. It excludes sessions cancelled
-- earlier and expired holds.
CREATE OR REPLACE FUNCTION claims_time(booked sessions) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT booked.uses_session OR (booked.status = 'cancelled' AND booked.timed_at >= booked.scheduled_start)
$$;
