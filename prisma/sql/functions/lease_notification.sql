-- Leases one due notification to one dispatcher. No other dispatcher gets it before the lease expires. Returns no
-- row if none is due.
CREATE OR REPLACE FUNCTION lease_notification(lease interval)
RETURNS TABLE (id uuid, attempts integer, first_attempted_at timestamptz, leased_until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Whole milliseconds, because a JavaScript Date has no more precision.
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
