-- Deletes rows past their retention period, oldest first, at most batch_size of each kind so that a run stays
-- short. Returns the number deleted of each kind.
CREATE OR REPLACE FUNCTION purge_expired_rows(batch_size integer)
RETURNS TABLE (what text, purged bigint) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  kept record;
BEGIN
  FOR kept IN SELECT * FROM retention_periods() LOOP
    what := kept.what;
    CASE kept.what
      WHEN 'sent or voided notifications' THEN
        DELETE FROM notifications WHERE id IN (
          (SELECT id FROM notifications WHERE status = 'sent' AND due_at < moment - kept.period
            ORDER BY due_at LIMIT batch_size)
          UNION ALL
          (SELECT id FROM notifications WHERE status = 'voided' AND due_at < moment - kept.period
            ORDER BY due_at LIMIT batch_size));
      WHEN 'expired sign-in links' THEN
        DELETE FROM sign_in_links WHERE id IN (
          SELECT id FROM sign_in_links WHERE expires_at < moment - kept.period
          ORDER BY expires_at LIMIT batch_size);
      WHEN 'analytics events' THEN
        DELETE FROM analytics_events WHERE id IN (
          SELECT id FROM analytics_events WHERE occurred_at < moment - kept.period
          ORDER BY occurred_at LIMIT batch_size);
      WHEN 'Stripe events' THEN
        DELETE FROM stripe_events WHERE id IN (
          SELECT id FROM stripe_events WHERE received_at < moment - kept.period
          ORDER BY received_at LIMIT batch_size);
      WHEN 'expired rate limits' THEN
        DELETE FROM rate_limits WHERE key IN (
          SELECT key FROM rate_limits
          WHERE expire < extract(epoch FROM moment - kept.period) * 1000 LIMIT batch_size);
    END CASE;
    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN NEXT;
  END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION purge_expired_rows(integer) FROM PUBLIC;
