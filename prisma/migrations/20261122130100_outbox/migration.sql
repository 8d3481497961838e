-- The outbox: what the dispatcher needs to send each mail once, and the mails that tell of something
-- other than a session.

-- Links to sign in with -------------------------------------------------------------------------------

CREATE TABLE sign_in_links (
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  -- SHA-256 of the token. The token itself is in the mail and nowhere else.
  token_hash bytea NOT NULL,
  next_path text,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT sign_in_links_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT sign_in_links_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32),
  CONSTRAINT sign_in_links_last_ten_minutes_at_most
    CHECK (created_at < expires_at AND expires_at <= created_at + interval '10 minutes'),
  CONSTRAINT sign_in_links_are_used_in_time CHECK (used_at < expires_at)
);
CREATE UNIQUE INDEX sign_in_links_token_hash_key ON sign_in_links (token_hash);
CREATE INDEX sign_in_links_user_id_created_at_idx ON sign_in_links (user_id, created_at);

-- Notifications ---------------------------------------------------------------------------------------

ALTER TABLE notifications
  ALTER COLUMN session_id DROP NOT NULL,
  ADD COLUMN enrollment_id uuid,
  ADD COLUMN sign_in_link_id uuid,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0,
  ADD COLUMN first_attempted_at timestamptz,
  -- Not before then: after a failure, and while a dispatcher has it in hand.
  ADD COLUMN next_attempt_at timestamptz,
  ADD COLUMN sent_at timestamptz,
  ADD COLUMN message_id text,
  ADD COLUMN last_error text,
  ADD CONSTRAINT notifications_enrollment_id_fkey FOREIGN KEY (enrollment_id)
    REFERENCES enrollments (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT notifications_sign_in_link_id_fkey FOREIGN KEY (sign_in_link_id)
    REFERENCES sign_in_links (id) ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT notifications_tell_of_one_thing CHECK (
    num_nonnulls(session_id, enrollment_id, sign_in_link_id) = 1
    AND CASE kind
      WHEN 'schedule-later' THEN enrollment_id IS NOT NULL
      WHEN 'sign-in' THEN sign_in_link_id IS NOT NULL
      ELSE session_id IS NOT NULL
    END),
  ADD CONSTRAINT notifications_attempts_are_not_negative CHECK (attempts >= 0),
  ADD CONSTRAINT notifications_that_failed_say_why CHECK (status <> 'failed' OR last_error IS NOT NULL);

-- Invariant 3 for what is not about a session: one per deferral, one per link.
CREATE UNIQUE INDEX notifications_enrollment_id_recipient_id_kind_sequence_key
  ON notifications (enrollment_id, recipient_id, kind, sequence);
CREATE UNIQUE INDEX notifications_sign_in_link_id_key ON notifications (sign_in_link_id);

-- "Schedule Later" ------------------------------------------------------------------------------------

-- An enrollment can be deferred, booked and deferred again: each deferral counts one up. The row that
-- changes is locked, so two deferrals cannot count the same.
CREATE FUNCTION enrollments_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE notifications SET status = 'voided' WHERE enrollment_id = NEW.id AND status = 'pending';
  IF NEW.deferred_at IS NOT NULL THEN
    INSERT INTO notifications (enrollment_id, recipient_id, kind, sequence, due_at, created_at)
    SELECT NEW.id, NEW.student_id, 'schedule-later', count(*), acting_now(), acting_now()
    FROM notifications WHERE enrollment_id = NEW.id;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER enrollments_notify_on_insert AFTER INSERT ON enrollments
  FOR EACH ROW WHEN (NEW.deferred_at IS NOT NULL) EXECUTE FUNCTION enrollments_notify();
CREATE TRIGGER enrollments_notify_on_update AFTER UPDATE ON enrollments
  FOR EACH ROW WHEN ((OLD.deferred_at IS NULL) <> (NEW.deferred_at IS NULL)) EXECUTE FUNCTION enrollments_notify();

-- Signing in ------------------------------------------------------------------------------------------

CREATE FUNCTION sign_in_links_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO notifications (sign_in_link_id, recipient_id, kind, sequence, due_at, created_at)
  VALUES (NEW.id, NEW.user_id, 'sign-in', 0, NEW.created_at, NEW.created_at);
  RETURN NULL;
END
$$;

CREATE TRIGGER sign_in_links_notify AFTER INSERT ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION sign_in_links_notify();
