-- Allowed status transitions. A scheduled session cannot become a hold again, and a cancelled session can only be
-- scheduled again, because people may already have been notified.
CREATE OR REPLACE FUNCTION may_become(old_status session_status, new_status session_status)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT new_status = old_status OR new_status = ANY (CASE old_status
    WHEN 'pending_payment' THEN ARRAY['scheduled', 'cancelled', 'expired']
    WHEN 'expired' THEN ARRAY['pending_payment', 'scheduled']
    WHEN 'scheduled' THEN ARRAY['completed', 'no_show', 'cancelled']
    WHEN 'completed' THEN ARRAY['no_show', 'scheduled', 'cancelled']
    WHEN 'no_show' THEN ARRAY['completed', 'scheduled', 'cancelled']
    WHEN 'cancelled' THEN ARRAY['scheduled']
  END::session_status[])
$$;
