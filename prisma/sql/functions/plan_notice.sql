-- Adds one email about a session to the outbox, due now, once per version, recipient and kind.
CREATE OR REPLACE FUNCTION plan_notice(booked sessions, recipient uuid, kind notification_kind)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES (kind, 'session', booked.id, recipient, booked.sequence, database_now(), database_now())
  ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION plan_notice(sessions, uuid, notification_kind) FROM PUBLIC;
