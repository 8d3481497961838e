-- Which status may follow which. Two people may have been told of a session, so there is no way back
-- from scheduled to a hold, and none from a cancellation but by scheduling the session again.
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
