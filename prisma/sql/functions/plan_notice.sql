-- Puts one mail about a session into the outbox, due at once. Once per version, recipient and kind. A person
-- who was anonymized has no address to write to.
CREATE OR REPLACE FUNCTION plan_notice(booked sessions, recipient uuid, kind notification_kind)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  SELECT kind, 'session', booked.id, users.id, booked.sequence, database_now(), database_now()
  FROM users WHERE users.id = recipient AND anonymized_at IS NULL
  ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION plan_notice(sessions, uuid, notification_kind) FROM PUBLIC;
