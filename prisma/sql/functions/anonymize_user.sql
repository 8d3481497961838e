-- Removes a person's personal data: name, email address, photo, bio, notes, hours, sign-in links, calendar feed
-- and pending emails. Cancels their upcoming sessions and notifies the other person. Counts and other people's
-- history stay. Cannot be undone. Returns whether the person existed and was not anonymized yet.
CREATE OR REPLACE FUNCTION anonymize_user(person uuid) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A snapshot taken earlier would miss a session booked since.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'anonymize_user requires READ COMMITTED isolation.'
      USING ERRCODE = 'active_sql_transaction', HINT = 'Call it in its own transaction.';
  END IF;
  -- Same lock order as an edit of a session or of hours: that row first, then the person.
  PERFORM FROM sessions
    WHERE student_id = person
        AND (note IS NOT NULL OR payment_waiver IS NOT NULL OR status IN ('pending_payment', 'scheduled'))
      OR teacher_id = person AND status IN ('pending_payment', 'scheduled')
    ORDER BY id FOR NO KEY UPDATE;
  PERFORM FROM availability WHERE user_id = person ORDER BY id FOR UPDATE;
  PERFORM FROM users WHERE id = person AND anonymized_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE sessions SET status = 'cancelled'
    WHERE (student_id = person OR teacher_id = person) AND status IN ('pending_payment', 'scheduled')
      AND scheduled_start > database_now();
  UPDATE enrollments SET status = 'cancelled' WHERE student_id = person AND status = 'active';
  UPDATE student_teachers SET is_active = false WHERE user_id = person AND is_active;
  UPDATE sessions SET note = NULL WHERE student_id = person AND note IS NOT NULL;
  UPDATE sessions SET payment_waiver = 'Removed when the person was anonymized.'
    WHERE student_id = person AND payment_waiver IS NOT NULL;
  DELETE FROM availability WHERE user_id = person;
  DELETE FROM availability_exceptions WHERE user_id = person;
  DELETE FROM sign_in_links WHERE user_id = person;
  DELETE FROM calendar_feeds WHERE user_id = person;
  -- Ops could retry a failed notification, so void it too. Only pending ones can be voided.
  UPDATE notifications SET status = 'pending' WHERE recipient_id = person AND status = 'failed';
  UPDATE notifications SET status = 'voided' WHERE recipient_id = person AND status = 'pending';
  UPDATE notifications SET last_error = 'The person was anonymized.'
    WHERE recipient_id = person AND last_error IS NOT NULL;
  UPDATE users
    SET name = 'Deleted user', email = 'deleted-' || person || '@deleted.invalid', avatar_url = NULL,
      bio = NULL, timezone = NULL, anonymized_at = database_now()
    WHERE id = person;
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION anonymize_user(uuid) FROM PUBLIC;
