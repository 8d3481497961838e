-- Records the result of a delivery if the caller still holds the lease: sent, voided, failed, or pending with a
-- retry at retry_at. A notification voided during delivery still counts as sent. Returns whether it was recorded.
CREATE OR REPLACE FUNCTION record_delivery(
  notification uuid, lease timestamptz, outcome notification_status,
  failures integer, message text, error text, retry_at timestamptz
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE notifications
  SET status = outcome, attempts = failures,
    message_id = coalesce(message, message_id),
    last_error = CASE WHEN outcome = 'sent' THEN NULL ELSE coalesce(error, last_error) END,
    sent_at = CASE WHEN outcome = 'sent' THEN database_now() END,
    next_attempt_at = coalesce(retry_at, next_attempt_at)
  WHERE id = notification AND next_attempt_at = lease
    AND (status = 'pending' OR (status = 'voided' AND outcome = 'sent'));
  RETURN FOUND;
END
$$;
REVOKE EXECUTE ON FUNCTION record_delivery(uuid, timestamptz, notification_status, integer, text, text, timestamptz)
  FROM PUBLIC;
