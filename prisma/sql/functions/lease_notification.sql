-- Gives one due mail to one dispatcher for a while. Nobody else gets it before the lease ends, however
-- many dispatchers ask. No row when none is due.
CREATE OR REPLACE FUNCTION lease_notification(lease interval)
RETURNS TABLE (id uuid, attempts integer, first_attempted_at timestamptz, leased_until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Whole milliseconds, so that the lease survives the way through JavaScript.
  UPDATE notifications AS leased
  SET next_attempt_at = date_trunc('milliseconds', database_now()) + lease,
      first_attempted_at = coalesce(leased.first_attempted_at, database_now())
  WHERE leased.id = (
    SELECT due.id FROM notifications AS due
    WHERE due.status = 'pending' AND due.due_at <= database_now()
      AND (due.next_attempt_at IS NULL OR due.next_attempt_at <= database_now())
    ORDER BY due.due_at, due.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING leased.id, leased.attempts, leased.first_attempted_at, leased.next_attempt_at
$$;
REVOKE EXECUTE ON FUNCTION lease_notification(interval) FROM PUBLIC;
