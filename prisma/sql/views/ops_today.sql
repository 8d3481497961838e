-- Sessions and holds from the last 12 hours to the next 24, earliest first.
CREATE OR REPLACE VIEW ops_today WITH (security_invoker = true) AS
  SELECT overview.* FROM ops_sessions AS overview
  WHERE overview.id IN (
    SELECT id FROM sessions
    WHERE status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
      AND scheduled_end > database_now() - interval '12 hours' AND scheduled_end < database_now() + interval '48 hours'
      AND scheduled_start < database_now() + interval '24 hours')
  ORDER BY overview.scheduled_start;
COMMENT ON VIEW ops_today IS
  'Sessions and holds from the last 12 hours to the next 24. You can change status and scheduled_start here.';
