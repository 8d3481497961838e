SET LOCAL check_function_bodies = off;

-- Counts of the last minute need not outlive a crash, and each request that is limited writes here.
ALTER TABLE rate_limits SET UNLOGGED;

-- The person who acts in this transaction, as the application has said. Null for the system, and for
-- every role that may not speak for a person, such as ops in Prisma Studio.
CREATE OR REPLACE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN has_function_privilege(session_user, 'public.set_actor(uuid)', 'EXECUTE')
    THEN nullif(current_setting('peerloop.actor_id', true), '')::uuid END
$$;

-- An analytics event holds what the specification lists for it and nothing else: no place for a note,
-- a name or an address. A key too many is refused like one too few.
CREATE OR REPLACE FUNCTION analytics_data_fits(name analytics_event_name, data jsonb)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(data) <> 'object' THEN false ELSE NOT EXISTS (
    SELECT FROM jsonb_each(data) AS given (key, value)
      FULL JOIN jsonb_each_text(public.analytics_shape(name)) AS asked (key, kind) USING (key)
    WHERE NOT coalesce(public.analytics_value_fits(value, kind), false)
  ) END
$$;

-- The data of each analytics event, as the specification lists it: every key and the kind of its value.
CREATE OR REPLACE FUNCTION analytics_shape(name analytics_event_name) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE name
    WHEN 'page_view' THEN '{"course_id": "id", "st_preselected": "flag"}'
    WHEN 'st_selected' THEN '{"st_id": "id"}'
    WHEN 'date_selected' THEN '{"date": "date"}'
    WHEN 'time_selected' THEN '{"time": "instant", "st_id": "id"}'
    WHEN 'booking_attempted' THEN '{"course_id": "id", "st_id": "id", "datetime": "instant"}'
    WHEN 'booking_success' THEN '{"session_id": "id"}'
    WHEN 'booking_failed' THEN '{"error_type": "code"}'
    WHEN 'schedule_later' THEN '{"course_id": "id"}'
  END::jsonb
$$;

-- Whether a value of an analytics event is of the kind its shape asks for.
CREATE OR REPLACE FUNCTION analytics_value_fits(value jsonb, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'flag' THEN jsonb_typeof(value) = 'boolean'
    WHEN 'id' THEN value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    WHEN 'date' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\d$' AND public.is_moment(value #>> '{}')
    WHEN 'instant' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'
      AND public.is_moment(value #>> '{}')
    WHEN 'code' THEN value #>> '{}' ~ '^[A-Z][A-Z_]{0,63}$'
  END
$$;

-- Removes what says who a person was: name, address, photo, bio, notes, hours, links, feeds and mail
-- that waits. Sessions still to come are cancelled and the other person is told. Counts and other
-- people's history stay. It cannot be taken back. Says whether there was such a person.
CREATE OR REPLACE FUNCTION anonymize_user(person uuid) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- An older snapshot would miss a session that was booked meanwhile.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'anonymize_user works at READ COMMITTED only.'
      USING ERRCODE = 'active_sql_transaction', HINT = 'Call it in a transaction of its own.';
  END IF;
  -- An edit of a session or of hours has that row and waits for the person, so these rows are locked first.
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
  UPDATE sessions SET payment_waiver = 'The reason was removed with the person.'
    WHERE student_id = person AND payment_waiver IS NOT NULL;
  DELETE FROM availability WHERE user_id = person;
  DELETE FROM availability_exceptions WHERE user_id = person;
  DELETE FROM sign_in_links WHERE user_id = person;
  DELETE FROM calendar_feeds WHERE user_id = person;
  -- What failed could be sent again by hand, so it waits like the rest before it is voided.
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

-- A moment in ISO 8601, UTC, with milliseconds: 2026-03-05T15:00:00.000Z.
CREATE OR REPLACE FUNCTION as_iso_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A moment on somebody's own clock, with their zone named by its place: Thu 5 Mar, 10:00 New York. Short
-- enough for a cell of Studio. UTC for a person who has chosen no zone.
CREATE OR REPLACE FUNCTION as_local_time(moment timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE coalesce(zone, 'UTC'), 'Dy FMDD Mon, HH24:MI ')
    || replace(substring(coalesce(zone, 'UTC') FROM '[^/]+$'), '_', ' ')
$$;

-- A price as people write it, from the currency's smallest unit: 25.00 USD, 2500 JPY. With as many decimals
-- as the product's own pages show.
CREATE OR REPLACE FUNCTION as_price(cents integer, currency text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN currency = ANY (string_to_array('afn all bif clp cop djf gnf huf idr iqd irr isk jpy kmf kpw krw lak lbp mga mmk pkr '
      || 'pyg rwf sll sos syp ugx vnd vuv xaf xof xpf yer', ' ')) THEN cents::text
    WHEN currency IN ('bhd', 'jod', 'kwd', 'lyd', 'omr', 'tnd') THEN to_char(cents / 1000.0, 'FM9999999990.000')
    ELSE to_char(cents / 100.0, 'FM9999999990.00')
  END || ' ' || upper(currency)
$$;

-- A moment as a sentence for ops names it, in UTC: 5 March 2026, 15:00 UTC.
CREATE OR REPLACE FUNCTION as_sentence_time(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'FMDD FMMonth YYYY, HH24:MI "UTC"')
$$;

-- Two edits of one person's hours take turns: the person is locked before hours are compared.
CREATE OR REPLACE FUNCTION availability_lock_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION availability_lock_person() FROM PUBLIC;

-- Whether a session takes its two people's time until it ends. One that is completed early still does, and so
-- does one that is cancelled after it began: nobody else was offered the rest of that hour. A session that is
-- cancelled earlier, and a hold that ran out, do not.
CREATE OR REPLACE FUNCTION claims_time(booked sessions) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT booked.uses_session OR (booked.status = 'cancelled' AND booked.timed_at >= booked.scheduled_start)
$$;

-- The one clock of the database's own objects: when a hold ends, when an event happened, when a mail is
-- due. An application server whose clock is wrong changes none of these. The demo story and the tests
-- replace this function to tell another time.
CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT clock_timestamp()
$$;

-- Sessions used and deferrals are counted by the database, from zero, and a deferral's moment is the
-- database's own.
CREATE OR REPLACE FUNCTION enrollments_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.sessions_used := 0;
    NEW.deferrals := CASE WHEN NEW.deferred_at IS NULL THEN 0 ELSE 1 END;
    NEW.deferred_at := CASE WHEN NEW.deferred_at IS NOT NULL THEN database_now() END;
  ELSIF OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL THEN
    NEW.deferrals := OLD.deferrals + 1;
    NEW.deferred_at := database_now();
  ELSIF NEW.deferred_at IS NOT NULL THEN
    NEW.deferred_at := OLD.deferred_at;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_derive() FROM PUBLIC;

-- Nobody is left with a session of an enrollment that has ended. Cancelling an enrollment cancels its
-- sessions still to come and releases its holds, and both people are told. It cannot be completed while
-- sessions are still to come.
CREATE OR REPLACE FUNCTION enrollments_end() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  to_come integer;
BEGIN
  IF NEW.status = 'cancelled' THEN
    -- An edit of a session has the session and waits for this enrollment. To wait for it would block both.
    BEGIN
      PERFORM FROM sessions
        WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
          AND scheduled_start > database_now()
        FOR NO KEY UPDATE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Somebody else is changing a session of this enrollment at this moment.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
    UPDATE sessions SET status = 'cancelled'
      WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
        AND scheduled_start > database_now();
    RETURN NULL;
  END IF;
  SELECT count(*) INTO to_come FROM sessions
    WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled');
  IF to_come > 0 THEN
    RAISE EXCEPTION 'This enrollment has sessions still to come (%), so it is not completed.', to_come
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Wait for them or cancel them. To end the enrollment now, set its status to cancelled: its sessions are cancelled with it.';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_end() FROM PUBLIC;

-- A student's own choice of "Schedule Later" is counted in analytics. If that fails, the choice stands.
CREATE OR REPLACE FUNCTION enrollments_measure() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
  VALUES ('schedule_later', database_now(), NEW.student_id, NEW.course_id,
    jsonb_build_object('course_id', NEW.course_id));
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of enrollment % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_measure() FROM PUBLIC;

-- A student who chose "Schedule Later" is told so once per choice, and not any more once they book.
CREATE OR REPLACE FUNCTION enrollments_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE notifications SET status = 'voided'
    WHERE subject_type = 'enrollment' AND subject_id = NEW.id AND status = 'pending';
  IF NEW.deferred_at IS NOT NULL THEN
    INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
    VALUES ('schedule-later', 'enrollment', NEW.id, NEW.student_id, NEW.deferrals, database_now(), database_now())
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_notify() FROM PUBLIC;

-- Whether a text holds a line break or another control character, which would end a mail's header.
CREATE OR REPLACE FUNCTION has_control_character(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT value ~ '[\x01-\x1f\x7f-\x9f]'
$$;

-- Whether a session with this status counts: it takes time and uses up one of the enrollment's sessions. A
-- completed one does; a cancelled one, and a hold that ran out, do not.
CREATE OR REPLACE FUNCTION holds_time(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
$$;

-- Whether a text in ISO 8601 names a day and time that exist: 2026-02-30 does not.
CREATE OR REPLACE FUNCTION is_moment(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN value::timestamptz IS NOT NULL;
EXCEPTION WHEN data_exception THEN
  RETURN false;
END
$$;

-- History is never deleted or emptied, row by row or as a whole table.
CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are history and cannot be deleted.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Change the status of the row instead, for example to cancelled.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_history() FROM PUBLIC;

-- An id never changes: links, invites and histories name it.
CREATE OR REPLACE FUNCTION keep_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The id of a row of % never changes.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Leave the id as it is. If the row is wrong, change its other columns or add a new row.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_id() FROM PUBLIC;

-- Gives one due mail to one dispatcher for a while. Nobody else gets it before the lease ends, however
-- many dispatchers ask. No row when none is due.
CREATE OR REPLACE FUNCTION lease_notification(lease interval)
RETURNS TABLE (id uuid, attempts integer, first_attempted_at timestamptz, leased_until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Whole milliseconds, so that the lease survives the way through JavaScript.
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

-- Minutes since midnight of a clock time HH:MM; 24:00 is 1440.
CREATE OR REPLACE FUNCTION minute_of_day(clock text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT split_part(clock, ':', 1)::integer * 60 + split_part(clock, ':', 2)::integer
$$;

-- A mail is sent once and says what it was planned to say. Its subject, recipient, kind and due time
-- never change, a sent mail stays sent, and only one that failed can be tried again. By hand nothing else
-- is possible; the dispatcher's functions run as the owner of the table.
CREATE OR REPLACE FUNCTION notifications_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  is_retry boolean := OLD.status = 'failed' AND NEW.status = 'pending';
  by_hand boolean := current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  IF (NEW.kind, NEW.subject_type, NEW.subject_id, NEW.recipient_id, NEW.version, NEW.due_at, NEW.created_at)
       IS DISTINCT FROM
       (OLD.kind, OLD.subject_type, OLD.subject_id, OLD.recipient_id, OLD.version, OLD.due_at, OLD.created_at)
     OR (by_hand AND NOT is_retry)
     OR NOT (NEW.status = OLD.status OR is_retry OR OLD.status = 'pending'
       OR (OLD.status = 'voided' AND NEW.status = 'sent')) THEN
    RAISE EXCEPTION 'A mail that is % cannot be changed to this.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'A failed mail can be sent again: set its status to pending. Nothing else can be changed.';
  END IF;
  IF is_retry THEN
    NEW.attempts := 0;
    NEW.first_attempted_at := NULL;
    NEW.next_attempt_at := NULL;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION notifications_check_change() FROM PUBLIC;

-- An edit of the overview is an edit of the session, with the rights of the person who makes it and under
-- the same rules. Nothing else of the overview can be changed there. What the edit does not change is left
-- alone, also when somebody else changes it at the same moment.
CREATE OR REPLACE FUNCTION ops_sessions_edit() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['status', 'scheduled_start'] <> to_jsonb(OLD) - ARRAY['status', 'scheduled_start'] THEN
    RAISE EXCEPTION 'Only status and scheduled_start can be changed here.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Change anything else where it is stored: in sessions, users or courses.';
  END IF;
  UPDATE sessions AS booked
    SET status = CASE WHEN NEW.status IS DISTINCT FROM OLD.status THEN NEW.status ELSE booked.status END,
      scheduled_start = CASE WHEN NEW.scheduled_start IS DISTINCT FROM OLD.scheduled_start
        THEN NEW.scheduled_start ELSE booked.scheduled_start END
    WHERE id = OLD.id;
  -- Studio shows what the edit answers, so it answers with all that followed.
  SELECT * INTO NEW FROM ops_sessions WHERE id = OLD.id;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION ops_sessions_edit() FROM PUBLIC;

-- A payment is a record: it moves forward from open to paid, expired or refunded, and its session,
-- checkout, amount and currency never change.
CREATE OR REPLACE FUNCTION payments_check_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.session_id, NEW.stripe_checkout_id, NEW.amount_cents, NEW.currency)
       IS DISTINCT FROM (OLD.session_id, OLD.stripe_checkout_id, OLD.amount_cents, OLD.currency)
     OR NOT (NEW.status = OLD.status OR OLD.status = 'open'
       OR (OLD.status = 'expired' AND NEW.status = 'paid')
       OR (OLD.status = 'paid' AND NEW.status = 'refunded')) THEN
    RAISE EXCEPTION 'A payment that is % cannot be changed to this.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Payments follow Stripe. Refund a payment there.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION payments_check_change() FROM PUBLIC;

-- Puts the reminders that have come due into the outbox, each once, and says how many. Called every
-- minute. No reminder is planned whose moment had passed when the time was agreed, or when the next
-- reminder is due already. The ST is always reminded, the student only if they asked for it.
CREATE OR REPLACE FUNCTION plan_due_reminders() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  planned integer;
BEGIN
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  SELECT reminder.kind, 'session', booked.id, person.id, booked.sequence,
    booked.scheduled_start - reminder.lead, moment
  FROM sessions AS booked
    CROSS JOIN (VALUES
      ('session-reminder-24h'::notification_kind, interval '24 hours', interval '1 hour'),
      ('session-reminder-1h', interval '1 hour', interval '15 minutes'),
      ('session-reminder-15m', interval '15 minutes', interval '0')
    ) AS reminder (kind, lead, useless_from)
    CROSS JOIN LATERAL (VALUES (booked.student_id, booked.reminders), (booked.teacher_id, true))
      AS person (id, wants_it)
  -- A session lasts a day at most, so those that start within a day end within two.
  WHERE booked.status = 'scheduled' AND booked.scheduled_end > moment
    AND booked.scheduled_end <= moment + interval '48 hours'
    AND booked.scheduled_start - reminder.lead <= moment
    AND booked.scheduled_start - reminder.useless_from > moment
    AND booked.timed_at < booked.scheduled_start - reminder.lead
    AND person.wants_it
  -- Two that plan at once go in one order, so they wait for each other and not crosswise.
  ORDER BY booked.id, person.id, reminder.kind
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS planned = ROW_COUNT;
  RETURN planned;
END
$$;
REVOKE EXECUTE ON FUNCTION plan_due_reminders() FROM PUBLIC;

-- Puts one mail about a session into the outbox, due at once. Once per version, recipient and kind.
CREATE OR REPLACE FUNCTION plan_notice(booked sessions, recipient uuid, kind notification_kind)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES (kind, 'session', booked.id, recipient, booked.sequence, database_now(), database_now())
  ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION plan_notice(sessions, uuid, notification_kind) FROM PUBLIC;

-- Deletes rows whose retention period is over, the oldest first, at most batch_size of each kind, so that a
-- run is short. Says how many of each went.
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
      WHEN 'notifications that were sent or voided' THEN
        DELETE FROM notifications WHERE id IN (
          (SELECT id FROM notifications WHERE status = 'sent' AND due_at < moment - kept.period
            ORDER BY due_at LIMIT batch_size)
          UNION ALL
          (SELECT id FROM notifications WHERE status = 'voided' AND due_at < moment - kept.period
            ORDER BY due_at LIMIT batch_size));
      WHEN 'links to sign in, after they expired' THEN
        DELETE FROM sign_in_links WHERE id IN (
          SELECT id FROM sign_in_links WHERE expires_at < moment - kept.period
          ORDER BY expires_at LIMIT batch_size);
      WHEN 'analytics events' THEN
        DELETE FROM analytics_events WHERE id IN (
          SELECT id FROM analytics_events WHERE occurred_at < moment - kept.period
          ORDER BY occurred_at LIMIT batch_size);
      WHEN 'Stripe''s events' THEN
        DELETE FROM stripe_events WHERE id IN (
          SELECT id FROM stripe_events WHERE received_at < moment - kept.period
          ORDER BY received_at LIMIT batch_size);
      WHEN 'rate limits, after they expired' THEN
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

-- Records what became of a mail, if the lease is still the caller's: sent, voided, failed, or pending to
-- try again at retry_at. A mail that was voided while it was on its way has been sent all the same.
-- Says whether it was recorded.
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

-- The claims of ended sessions go, so the index that keeps people from being in two places stays as
-- small as the future. Says how many went.
CREATE OR REPLACE FUNCTION release_past_claims() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  released integer;
BEGIN
  DELETE FROM calendar_claims WHERE ends_at <= database_now();
  GET DIAGNOSTICS released = ROW_COUNT;
  RETURN released;
END
$$;
REVOKE EXECUTE ON FUNCTION release_past_claims() FROM PUBLIC;

-- Nobody who was anonymized studies, teaches or leaves a text again. The trigger's first argument names the
-- column with the person's id. The person is locked, so that this waits for an anonymize_user that is under
-- way. With 'nowait' it does not wait: a booking has locked the person and may be waiting for the row that
-- is being changed here.
CREATE OR REPLACE FUNCTION require_present_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF TG_NARGS = 1 THEN
    PERFORM FROM users WHERE id = person FOR SHARE;
  ELSE
    BEGIN
      PERFORM FROM users WHERE id = person FOR SHARE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Somebody is booking or changing a session of this person at this moment.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
  END IF;
  IF EXISTS (SELECT FROM users WHERE id = person AND anonymized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'This person was anonymized, which cannot be taken back.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If the person comes back, add a new user.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION require_present_person() FROM PUBLIC;

-- How long rows are kept that nobody needs for ever. This is the only place that says so.
CREATE OR REPLACE FUNCTION retention_periods()
RETURNS TABLE (what text, period interval) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('notifications that were sent or voided', interval '13 months'),
    ('links to sign in, after they expired', interval '1 day'),
    ('analytics events', interval '13 months'),
    ('Stripe''s events', interval '90 days'),
    ('rate limits, after they expired', interval '0')
$$;

-- A session begins as a hold or as scheduled, in the future, and changes only in ways that stay true
-- for the people who were told of it.
CREATE OR REPLACE FUNCTION sessions_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  refusal text;
  advice text;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status NOT IN ('pending_payment', 'scheduled') THEN
    refusal := format('A new session cannot be %s.', NEW.status);
    advice := 'Add it as scheduled. Change its status when it has begun.';
  ELSIF TG_OP = 'UPDATE' AND NEW.enrollment_id <> OLD.enrollment_id THEN
    -- A student has one enrollment in a course, so another enrollment is another student or course.
    refusal := 'A session stays with its student and its course.';
    advice := 'Cancel it and add a new one for the other enrollment. Everybody is told.';
  ELSIF TG_OP = 'UPDATE' AND NOT may_become(OLD.status, NEW.status) THEN
    refusal := format('This session is %s, so it cannot become %s.', OLD.status, NEW.status);
    advice := CASE OLD.status
      WHEN 'scheduled' THEN 'To call it off, set its status to cancelled: both people are told.'
      WHEN 'pending_payment' THEN 'Only a paid or waived session takes place: set its status to scheduled first.'
      ELSE 'To bring it back, set its status to scheduled.'
    END;
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'expired' AND OLD.status = 'pending_payment'
      AND OLD.hold_expires_at > moment THEN
    refusal := format('This hold lasts until %s.', as_sentence_time(OLD.hold_expires_at));
    advice := 'To release its time now, set its status to cancelled.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'pending_payment' AND OLD.status = 'pending_payment'
      AND NEW.hold_expires_at < OLD.hold_expires_at THEN
    refusal := format('The student was told that this hold lasts until %s, so it cannot end earlier.',
      as_sentence_time(OLD.hold_expires_at));
    advice := 'To release its time now, set its status to cancelled.';
  ELSIF TG_OP = 'UPDATE' AND NEW.idempotency_key IS DISTINCT FROM OLD.idempotency_key THEN
    refusal := 'The idempotency key belongs to the request that made this session.';
    advice := 'Leave idempotency_key as it is.';
  ELSIF NEW.status IN ('completed', 'no_show') AND NEW.scheduled_start > moment THEN
    refusal := format('This session starts on %s, so it cannot be %s before then.',
      as_sentence_time(NEW.scheduled_start), NEW.status);
    advice := 'To call it off, set its status to cancelled: both people are told.';
  ELSIF TG_OP = 'UPDATE' AND claims_time(OLD) AND OLD.status <> 'pending_payment' AND OLD.scheduled_start <= moment
      AND ((NEW.st_id, NEW.scheduled_start) IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start)
        OR NEW.buffer_minutes < OLD.buffer_minutes
        OR NEW.scheduled_end < OLD.scheduled_end
        OR (NEW.scheduled_end <> OLD.scheduled_end AND OLD.scheduled_end <= moment)) THEN
    -- Its people are taken until it ends, and what was taught is history.
    refusal := 'This session has begun, so it cannot be moved, cut short or given to another Student-Teacher.';
    advice := 'Add a new session for the other time.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'scheduled' AND OLD.status IN ('completed', 'no_show')
      AND OLD.scheduled_end <= moment THEN
    refusal := format('This session is over, so it stays %s or becomes another of completed, no_show and cancelled.', OLD.status);
    advice := 'Add a new session for another time.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status NOT IN ('pending_payment', 'scheduled')
      AND (NEW.st_id, NEW.scheduled_start, NEW.scheduled_end)
        IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start, OLD.scheduled_end) THEN
    refusal := format('This session is %s, so it cannot be moved or given to another Student-Teacher.', NEW.status);
    advice := 'Set its status to scheduled in the same edit.';
  ELSIF NEW.scheduled_start <= moment AND (TG_OP = 'INSERT' OR NEW.scheduled_start <> OLD.scheduled_start
      OR (holds_time(NEW.status) AND NOT holds_time(OLD.status))
      OR (NEW.status = 'scheduled' AND OLD.status = 'pending_payment')) THEN
    refusal := format('%s is in the past.', as_sentence_time(NEW.scheduled_start));
    advice := 'Choose a time in the future.';
  ELSE
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%', refusal
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, HINT = advice;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_check_change() FROM PUBLIC;

-- No person is in two places: a session claims its teacher's time with the buffer and its student's
-- without, until it ends, and the exclusion constraint on claims refuses an overlap. sessions_lock_people
-- has locked both people by now.
CREATE OR REPLACE FUNCTION sessions_claim() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM calendar_claims WHERE session_id = NEW.id;
  END IF;
  IF claims_time(NEW) THEN
    INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at, hold_expires_at)
      SELECT NEW.id, claim.user_id, NEW.scheduled_start, claim.ends_at, NEW.hold_expires_at
      FROM (VALUES
        (NEW.teacher_id, NEW.scheduled_end + make_interval(mins => NEW.buffer_minutes)),
        (NEW.student_id, NEW.scheduled_end)
      ) AS claim (user_id, ends_at)
      WHERE claim.ends_at > database_now()
      ORDER BY claim.user_id;
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_claim() FROM PUBLIC;

-- A student never has more sessions than the enrollment includes. The count is kept on the enrollment,
-- and one statement checks and raises it, so two bookings cannot both take the last session, at any
-- isolation level.
CREATE OR REPLACE FUNCTION sessions_count() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  enrolled enrollments;
BEGIN
  IF NOT NEW.uses_session THEN
    UPDATE enrollments SET sessions_used = sessions_used - 1 WHERE id = NEW.enrollment_id;
    RETURN NULL;
  END IF;
  UPDATE enrollments SET sessions_used = sessions_used + 1, deferred_at = NULL
    WHERE id = NEW.enrollment_id AND status = 'active' AND sessions_used < session_count;
  IF FOUND THEN
    RETURN NULL;
  END IF;
  SELECT * INTO enrolled FROM enrollments WHERE id = NEW.enrollment_id;
  IF enrolled.status <> 'active' THEN
    RAISE EXCEPTION 'This enrollment is not active.'
      USING ERRCODE = 'PL003', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set the enrollment''s status to active first.';
  END IF;
  RAISE EXCEPTION 'All % sessions of this enrollment are used.', enrolled.session_count
    USING ERRCODE = 'PL001', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Raise session_count on the enrollment to extend it.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_count() FROM PUBLIC;

-- An ST's number of students taught is the number of students with a completed session. The ST's row is
-- written before other sessions are looked at, so that two completions at once count a student once, at any
-- isolation level. Runs before a row changes: of two rows of one statement, the second then sees the first.
CREATE OR REPLACE FUNCTION sessions_count_taught() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE student_teachers SET students_taught = students_taught WHERE id = OLD.st_id;
  IF NOT EXISTS (
    SELECT FROM sessions
    WHERE enrollment_id = OLD.enrollment_id AND st_id = OLD.st_id AND status = 'completed' AND id <> OLD.id
  ) THEN
    UPDATE student_teachers
      SET students_taught = students_taught + CASE WHEN NEW.status = 'completed' THEN 1 ELSE -1 END
      WHERE id = OLD.st_id;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_count_taught() FROM PUBLIC;

-- What follows from other columns is never written by hand: course, student and teacher follow from the
-- enrollment and the ST, price and currency from the course at the moment of booking, the buffer from the
-- ST, the end from the start, the hold's end from the database's clock and the start. The sequence rises
-- with each version, and a calendar that was told too high a number would ignore the rest. timed_at is when
-- people agreed on the time: for a hold, when it began.
CREATE OR REPLACE FUNCTION sessions_derive() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  enrolled enrollments;
  st student_teachers;
  course courses;
BEGIN
  SELECT * INTO enrolled FROM enrollments WHERE id = NEW.enrollment_id;
  SELECT * INTO st FROM student_teachers WHERE id = NEW.st_id;
  IF enrolled.id IS NULL OR st.course_id IS DISTINCT FROM enrolled.course_id THEN
    RAISE EXCEPTION 'There is no such enrollment, or this Student-Teacher does not teach its course.'
      USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Copy enrollment_id from enrollments and st_id from student_teachers, both of one course.';
  END IF;
  SELECT * INTO course FROM courses WHERE id = st.course_id;
  NEW.course_id := enrolled.course_id;
  NEW.student_id := enrolled.student_id;
  NEW.teacher_id := st.user_id;
  NEW.uses_session := holds_time(NEW.status);
  IF NEW.status <> 'pending_payment' THEN
    NEW.hold_expires_at := NULL;
  ELSE
    NEW.hold_expires_at := least(NEW.scheduled_start,
      coalesce(NEW.hold_expires_at, OLD.hold_expires_at, database_now() + interval '35 minutes'));
  END IF;

  IF TG_OP = 'INSERT' THEN
    NEW.created_at := database_now();
    NEW.sequence := 0;
    NEW.timed_at := database_now();
    NEW.price_cents := nullif(course.price_per_session_cents, 0);
    NEW.currency := CASE WHEN NEW.price_cents IS NOT NULL THEN course.currency END;
    NEW.buffer_minutes := coalesce(NEW.buffer_minutes, st.buffer_minutes);
    NEW.scheduled_end := coalesce(NEW.scheduled_end,
      NEW.scheduled_start + make_interval(mins => course.session_minutes));
    RETURN NEW;
  END IF;

  NEW.created_at := OLD.created_at;
  NEW.sequence := OLD.sequence;
  NEW.timed_at := OLD.timed_at;
  NEW.price_cents := OLD.price_cents;
  NEW.currency := OLD.currency;
  IF NEW.st_id <> OLD.st_id AND NEW.buffer_minutes = OLD.buffer_minutes THEN
    NEW.buffer_minutes := st.buffer_minutes;
  END IF;
  IF NEW.scheduled_start <> OLD.scheduled_start AND NEW.scheduled_end = OLD.scheduled_end THEN
    NEW.scheduled_end := NEW.scheduled_start + (OLD.scheduled_end - OLD.scheduled_start);
  END IF;
  IF (NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
       <> (OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
     OR (NEW.status IN ('pending_payment', 'scheduled') AND OLD.status NOT IN ('pending_payment', 'scheduled'))
     OR (NEW.status = 'cancelled' AND OLD.status <> 'cancelled'
       AND (OLD.status = 'pending_payment' OR NEW.scheduled_end > database_now())) THEN
    NEW.sequence := OLD.sequence + 1;
  END IF;
  IF (NEW.sequence > OLD.sequence AND OLD.status <> 'pending_payment')
     OR (NEW.status = 'scheduled' AND OLD.status = 'pending_payment') THEN
    NEW.timed_at := database_now();
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_derive() FROM PUBLIC;

-- Writers of two people's time take turns. Both people's rows are locked, lowest id first, before a
-- claim is written, so that two bookings wait for each other instead of deadlocking. Holds of these
-- people that have run out are then released, except any that another transaction is changing.
CREATE OR REPLACE FUNCTION sessions_lock_people() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id IN (NEW.teacher_id, NEW.student_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE sessions SET status = 'expired' WHERE id IN (
    SELECT id FROM sessions
    WHERE status = 'pending_payment' AND hold_expires_at <= database_now() AND id <> NEW.id
      AND (teacher_id IN (NEW.teacher_id, NEW.student_id) OR student_id IN (NEW.teacher_id, NEW.student_id))
    -- A hold that another transaction is changing may be waiting for these people: waiting for it would deadlock.
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_lock_people() FROM PUBLIC;

-- A session that its student books, and a hold that is paid, is counted in analytics with the booking.
-- If that fails, the session stands without it.
CREATE OR REPLACE FUNCTION sessions_measure() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('booking_attempted', moment, NEW.student_id, NEW.course_id, NEW.st_id, jsonb_build_object(
      'course_id', NEW.course_id, 'st_id', NEW.st_id, 'datetime', as_iso_instant(NEW.scheduled_start)));
  END IF;
  IF NEW.status = 'scheduled' THEN
    INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('booking_success', moment, NEW.student_id, NEW.course_id, NEW.st_id,
      jsonb_build_object('session_id', NEW.id))
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of session % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_measure() FROM PUBLIC;

-- Whatever two people must hear of a session is in the outbox with the change itself. What is waiting
-- and no longer true is voided. A cancellation that waits is taken back only by scheduling the session
-- again, and only for the people that tells: an ST who gave the session away must still hear of it.
CREATE OR REPLACE FUNCTION sessions_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE notifications SET status = 'voided'
    WHERE subject_type = 'session' AND subject_id = NEW.id AND status = 'pending'
      AND (kind <> 'session-cancelled'
        OR (NEW.status = 'scheduled' AND recipient_id IN (NEW.student_id, NEW.teacher_id)));
  END IF;
  IF NEW.status = 'scheduled' AND (TG_OP = 'INSERT' OR OLD.status <> 'scheduled') THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-booked');
    PERFORM plan_notice(NEW, NEW.teacher_id, 'session-booked');
  ELSIF NEW.status = 'scheduled' THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-changed');
    IF NEW.teacher_id = OLD.teacher_id THEN
      PERFORM plan_notice(NEW, NEW.teacher_id, 'session-changed');
    ELSE
      PERFORM plan_notice(NEW, NEW.teacher_id, 'session-booked');
      PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
    END IF;
  ELSIF NEW.status = 'cancelled' AND OLD.status <> 'pending_payment' AND NEW.sequence > OLD.sequence THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-cancelled');
    PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_notify() FROM PUBLIC;

-- Every change of a session leaves an event: what, when by the database's
-- clock, the person the application acts for, and the database role that wrote. Nobody expires a hold: time
-- does, also when somebody else's booking is what notices.
CREATE OR REPLACE FUNCTION sessions_record() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kinds session_event_kind[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    kinds := ARRAY[CASE NEW.status WHEN 'pending_payment' THEN 'held' ELSE 'booked' END];
  ELSE
    IF NEW.scheduled_start <> OLD.scheduled_start OR NEW.scheduled_end <> OLD.scheduled_end THEN
      kinds := kinds || 'moved'::session_event_kind;
    END IF;
    IF NEW.teacher_id <> OLD.teacher_id THEN
      kinds := kinds || 'reassigned'::session_event_kind;
    END IF;
    IF NEW.status <> OLD.status THEN
      kinds := kinds || (CASE
        WHEN NEW.status = 'scheduled' AND OLD.status = 'pending_payment' THEN 'booked'
        WHEN NEW.status = 'pending_payment' THEN 'held'
        WHEN NEW.status = 'scheduled' THEN 'reopened'
        ELSE NEW.status::text
      END)::session_event_kind;
    END IF;
    IF kinds IS NULL THEN
      kinds := ARRAY['edited'];
    END IF;
  END IF;
  INSERT INTO session_events (session_id, kind, actor_id, database_role, happened_at, status,
      scheduled_start, scheduled_end, teacher_id, sequence)
    SELECT NEW.id, kind, CASE WHEN kind <> 'expired' THEN acting_user() END, session_user, database_now(), NEW.status,
      NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id, NEW.sequence
    FROM unnest(kinds) AS kind;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_record() FROM PUBLIC;

-- A session goes to an ST who is active. One that stands already stays with an ST who became inactive.
-- The ST's row is locked whatever it says, so that a booking waits for an ST who is being deactivated.
CREATE OR REPLACE FUNCTION sessions_require_active_st() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  active boolean;
BEGIN
  SELECT is_active INTO active FROM student_teachers WHERE id = NEW.st_id FOR SHARE;
  IF NOT active THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set is_active on the Student-Teacher first, or choose another.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_active_st() FROM PUBLIC;

-- A session that has a price is scheduled only once it is paid, or with a reason why it need not be.
CREATE OR REPLACE FUNCTION sessions_require_payment() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.price_cents IS NULL OR NEW.payment_waiver IS NOT NULL
     OR NEW.status NOT IN ('scheduled', 'completed', 'no_show')
     OR EXISTS (SELECT FROM payments WHERE session_id = NEW.id AND status = 'paid') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'This session costs money and is not paid.'
    USING ERRCODE = 'PL004', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Write into payment_waiver why it need not be paid, for example: paid by invoice.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_payment() FROM PUBLIC;

-- Says who acts, until the end of the transaction. Only roles that may execute this function are
-- believed, whatever else sets the variable: see acting_user().
CREATE OR REPLACE FUNCTION set_actor(actor uuid) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('peerloop.actor_id', coalesce(actor::text, ''), true)
$$;
REVOKE EXECUTE ON FUNCTION set_actor(uuid) FROM PUBLIC;

-- No link to sign in without the mail that carries it.
CREATE OR REPLACE FUNCTION sign_in_links_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES ('sign-in', 'sign_in_link', NEW.id, NEW.user_id, 0, database_now(), database_now());
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sign_in_links_notify() FROM PUBLIC;

-- A person who was anonymized has no address to write to, so no mail to them is planned, whatever it tells.
CREATE OR REPLACE FUNCTION skip_anonymized_recipient() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM users WHERE id = NEW.recipient_id AND anonymized_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION skip_anonymized_recipient() FROM PUBLIC;

-- Students taught are counted by the database, from zero.
CREATE OR REPLACE FUNCTION student_teachers_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.students_taught := 0;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION student_teachers_derive() FROM PUBLIC;

-- What anonymize_user removed does not come back: an anonymized person's row never changes again.
CREATE OR REPLACE FUNCTION users_stay_anonymized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'This person was anonymized, which cannot be taken back.'
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'If the person comes back, add a new user.';
END
$$;
REVOKE EXECUTE ON FUNCTION users_stay_anonymized() FROM PUBLIC;

-- The course of an analytics event is the one in its data.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_course_is_the_datas CHECK (data ->> 'course_id' = course_id::text);
COMMENT ON CONSTRAINT analytics_events_course_is_the_datas ON analytics_events IS
  'The course of an analytics event is the one in its data.';

-- The data of an analytics event is what the specification lists for it, and nothing else.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_data_fits_the_event CHECK (analytics_data_fits(name, data));
COMMENT ON CONSTRAINT analytics_events_data_fits_the_event ON analytics_events IS
  'The data of an analytics event is what the specification lists for it, and nothing else.';

-- The ST of an analytics event is the one in its data.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_st_is_the_datas CHECK (data ->> 'st_id' = st_id::text);
COMMENT ON CONSTRAINT analytics_events_st_is_the_datas ON analytics_events IS
  'The ST of an analytics event is the one in its data.';

-- Time off and extra hours start before they end.
ALTER TABLE availability_exceptions ADD CONSTRAINT availability_exceptions_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT availability_exceptions_start_is_before_end ON availability_exceptions IS
  'Time off and extra hours start before they end.';

-- A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.
ALTER TABLE availability ADD CONSTRAINT availability_start_is_before_end CHECK (start_time COLLATE "C" < end_time COLLATE "C");
COMMENT ON CONSTRAINT availability_start_is_before_end ON availability IS
  'A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.';

-- Write start and end as HH:MM, from 00:00 to 23:59; the end may be 24:00.
ALTER TABLE availability ADD CONSTRAINT availability_times_are_clock_times CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$');
COMMENT ON CONSTRAINT availability_times_are_clock_times ON availability IS
  'Write start and end as HH:MM, from 00:00 to 23:59; the end may be 24:00.';

-- Weekly windows of one person and weekday do not overlap.
ALTER TABLE availability ADD CONSTRAINT availability_windows_do_not_overlap EXCLUDE USING gist (
  user_id WITH =, day_of_week WITH =, int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&
);
COMMENT ON CONSTRAINT availability_windows_do_not_overlap ON availability IS
  'This window overlaps another of the same person on this weekday. Change the other window, or make the two touch.';

-- No person is in two places. One constraint covers teacher and student, holds, and people who are both.
ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_no_person_in_two_places EXCLUDE USING gist (
  user_id WITH =, tstzrange(starts_at, ends_at) WITH &&
);
COMMENT ON CONSTRAINT calendar_claims_no_person_in_two_places ON calendar_claims IS
  'One of the two people has another session at this time. Choose another time or another Student-Teacher, or change the other session first.';

-- A claim starts before it ends.
ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT calendar_claims_start_is_before_end ON calendar_claims IS
  'A claim starts before it ends.';

-- A feed is made on the settings page of its person. Delete the row to take it away.
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT calendar_feeds_token_hash_is_a_sha256 ON calendar_feeds IS
  'A feed is made on the settings page of its person. Delete the row to take it away.';

-- Write the currency as its three-letter code in lower case, such as usd.
ALTER TABLE courses ADD CONSTRAINT courses_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT courses_currency_is_a_code ON courses IS
  'Write the currency as its three-letter code in lower case, such as usd.';

-- A price cannot be below 0. Leave it empty if sessions are included in the course.
ALTER TABLE courses ADD CONSTRAINT courses_price_is_not_negative CHECK (price_per_session_cents >= 0);
COMMENT ON CONSTRAINT courses_price_is_not_negative ON courses IS
  'A price cannot be below 0. Leave it empty if sessions are included in the course.';

-- A course includes at least one session.
ALTER TABLE courses ADD CONSTRAINT courses_session_count_is_positive CHECK (session_count > 0);
COMMENT ON CONSTRAINT courses_session_count_is_positive ON courses IS
  'A course includes at least one session.';

-- A session lasts between 5 and 480 minutes.
ALTER TABLE courses ADD CONSTRAINT courses_session_minutes_are_sane CHECK (session_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT courses_session_minutes_are_sane ON courses IS
  'A session lasts between 5 and 480 minutes.';

-- A title can stand in the subject of a mail.
ALTER TABLE courses ADD CONSTRAINT courses_title_is_present CHECK (title ~ '\S' AND char_length(title) <= 200 AND NOT has_control_character(title));
COMMENT ON CONSTRAINT courses_title_is_present ON courses IS
  'A course needs a title of at most 200 characters, on one line.';

-- A student never has more sessions than the enrollment includes.
ALTER TABLE enrollments ADD CONSTRAINT enrollments_sessions_used_fit CHECK (sessions_used BETWEEN 0 AND session_count);
COMMENT ON CONSTRAINT enrollments_sessions_used_fit ON enrollments IS
  'An enrollment includes at least as many sessions as are used already. Cancel sessions first.';

-- The number of attempts cannot be below 0.
ALTER TABLE notifications ADD CONSTRAINT notifications_attempts_are_not_negative CHECK (attempts >= 0);
COMMENT ON CONSTRAINT notifications_attempts_are_not_negative ON notifications IS
  'The number of attempts cannot be below 0.';

-- A notification that failed says why in last_error.
ALTER TABLE notifications ADD CONSTRAINT notifications_that_failed_say_why CHECK (status <> 'failed' OR last_error IS NOT NULL);
COMMENT ON CONSTRAINT notifications_that_failed_say_why ON notifications IS
  'A notification that failed says why in last_error.';

-- The amount of a payment cannot be below 0.
ALTER TABLE payments ADD CONSTRAINT payments_amount_is_not_negative CHECK (amount_cents >= 0);
COMMENT ON CONSTRAINT payments_amount_is_not_negative ON payments IS
  'The amount of a payment cannot be below 0.';

-- Write the currency as its three-letter code in lower case, such as usd.
ALTER TABLE payments ADD CONSTRAINT payments_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT payments_currency_is_a_code ON payments IS
  'Write the currency as its three-letter code in lower case, such as usd.';

-- The buffer after a session is between 0 and 1440 minutes.
ALTER TABLE sessions ADD CONSTRAINT sessions_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT sessions_buffer_is_not_negative ON sessions IS
  'The buffer after a session is between 0 and 1440 minutes.';

-- hold_expires_at belongs to pending_payment: a session has both or neither.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_has_an_end CHECK ((status = 'pending_payment') = (hold_expires_at IS NOT NULL));
COMMENT ON CONSTRAINT sessions_hold_has_an_end ON sessions IS
  'hold_expires_at belongs to pending_payment: a session has both or neither.';

-- A hold lasts 24 hours at most, however often it is extended: timed_at is when it began.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_lasts_a_day_at_most CHECK (hold_expires_at <= timed_at + interval '24 hours');
COMMENT ON CONSTRAINT sessions_hold_lasts_a_day_at_most ON sessions IS
  'A hold lasts at most 24 hours from its beginning. Choose an earlier hold_expires_at.';

-- A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.
ALTER TABLE sessions ADD CONSTRAINT sessions_last_a_day_at_most CHECK (scheduled_end <= scheduled_start + interval '24 hours');
COMMENT ON CONSTRAINT sessions_last_a_day_at_most ON sessions IS
  'A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.';

-- A note is 1000 characters long at most.
ALTER TABLE sessions ADD CONSTRAINT sessions_note_is_short CHECK (char_length(note) <= 1000);
COMMENT ON CONSTRAINT sessions_note_is_short ON sessions IS
  'A note is 1000 characters long at most.';

-- A price is above 0 and has a currency. A session that is included has neither.
ALTER TABLE sessions ADD CONSTRAINT sessions_price_has_a_currency CHECK ((price_cents IS NULL) = (currency IS NULL) AND price_cents > 0);
COMMENT ON CONSTRAINT sessions_price_has_a_currency ON sessions IS
  'A price is above 0 and has a currency. A session that is included has neither.';

-- A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.
ALTER TABLE sessions ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end);
COMMENT ON CONSTRAINT sessions_start_is_before_end ON sessions IS
  'A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.';

-- Nobody can have a session with themselves. Choose another Student-Teacher.
ALTER TABLE sessions ADD CONSTRAINT sessions_teacher_is_not_the_student CHECK (teacher_id <> student_id);
COMMENT ON CONSTRAINT sessions_teacher_is_not_the_student ON sessions IS
  'Nobody can have a session with themselves. Choose another Student-Teacher.';

-- payment_waiver says in at most 200 characters why the session need not be paid.
ALTER TABLE sessions ADD CONSTRAINT sessions_waiver_says_why CHECK (payment_waiver ~ '\S' AND char_length(payment_waiver) <= 200);
COMMENT ON CONSTRAINT sessions_waiver_says_why ON sessions IS
  'payment_waiver says in at most 200 characters why the session need not be paid.';

-- A link to sign in cannot be used after it expired.
ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_are_used_in_time CHECK (used_at < expires_at);
COMMENT ON CONSTRAINT sign_in_links_are_used_in_time ON sign_in_links IS
  'A link to sign in cannot be used after it expired.';

-- A link to sign in lasts ten minutes at most.
ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_last_ten_minutes_at_most CHECK (created_at < expires_at AND expires_at <= created_at + interval '10 minutes');
COMMENT ON CONSTRAINT sign_in_links_last_ten_minutes_at_most ON sign_in_links IS
  'A link to sign in lasts ten minutes at most.';

-- A link to sign in is made by the sign-in page.
ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT sign_in_links_token_hash_is_a_sha256 ON sign_in_links IS
  'A link to sign in is made by the sign-in page.';

-- The buffer after a session is between 0 and 1440 minutes.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT student_teachers_buffer_is_not_negative ON student_teachers IS
  'The buffer after a session is between 0 and 1440 minutes.';

-- Sessions can be booked between 1 and 365 days ahead.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_horizon_is_sane CHECK (booking_horizon_days BETWEEN 1 AND 365);
COMMENT ON CONSTRAINT student_teachers_horizon_is_sane ON student_teachers IS
  'Sessions can be booked between 1 and 365 days ahead.';

-- The notice for a booking is between 0 and 8760 hours.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_notice_is_not_negative CHECK (min_notice_hours BETWEEN 0 AND 8760);
COMMENT ON CONSTRAINT student_teachers_notice_is_not_negative ON student_teachers IS
  'The notice for a booking is between 0 and 8760 hours.';

-- A rating is between 1 and 5. Leave it empty until there are reviews.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_rating_is_one_to_five CHECK (rating BETWEEN 1 AND 5);
COMMENT ON CONSTRAINT student_teachers_rating_is_one_to_five ON student_teachers IS
  'A rating is between 1 and 5. Leave it empty until there are reviews.';

-- Slots start every 5 to 480 minutes.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slot_step_is_sane CHECK (slot_step_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT student_teachers_slot_step_is_sane ON student_teachers IS
  'Slots start every 5 to 480 minutes.';

-- A page can show all slots of an ST. Multiplied out, and in wider numbers, so that no value overflows here.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slots_fit_a_page CHECK (booking_horizon_days::bigint * 1440 <= slot_step_minutes::bigint * 20000);
COMMENT ON CONSTRAINT student_teachers_slots_fit_a_page ON student_teachers IS
  'So many days ahead, in steps so small, are over 20000 slots: more than a page can show. Lower booking_horizon_days or raise slot_step_minutes.';

-- The number of students taught cannot be below 0.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_students_taught_is_not_negative CHECK (students_taught >= 0);
COMMENT ON CONSTRAINT student_teachers_students_taught_is_not_negative ON student_teachers IS
  'The number of students taught cannot be below 0.';

-- One address is one person: it is stored in lower case only.
ALTER TABLE users ADD CONSTRAINT users_email_is_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%');
COMMENT ON CONSTRAINT users_email_is_lower_case ON users IS
  'Write the email address in lower case, such as name@example.com.';

-- A name can stand in the subject of a mail.
ALTER TABLE users ADD CONSTRAINT users_name_is_present CHECK (name ~ '\S' AND char_length(name) <= 200 AND NOT has_control_character(name));
COMMENT ON CONSTRAINT users_name_is_present ON users IS
  'A person needs a name of at most 200 characters, on one line.';

-- Ops find the bookings that were refused, which are few, without reading all other events of their time.
CREATE INDEX analytics_events_failures ON analytics_events (occurred_at) WHERE name = 'booking_failed';

-- A session that is confirmed twice succeeds once.
CREATE UNIQUE INDEX analytics_events_one_success_per_session ON analytics_events ((data ->> 'session_id'))
  WHERE name = 'booking_success';

-- anonymize_user finds what mail servers said about a person without reading everybody's mail.
CREATE INDEX notifications_with_an_error ON notifications (recipient_id) WHERE last_error IS NOT NULL;

-- All sessions are read in the order of time, page by page, without sorting them first: Studio does.
CREATE INDEX sessions_by_start ON sessions (scheduled_start);

-- One form books one session. A key ends with its session, so a form whose hold ran out books again.
CREATE UNIQUE INDEX sessions_live_idempotency_key ON sessions (student_id, idempotency_key) WHERE uses_session;
COMMENT ON INDEX sessions_live_idempotency_key IS
  'This student has another session with this idempotency_key. Leave it empty.';

-- Holds that have run out are found without reading any other session.
CREATE INDEX sessions_open_holds ON sessions (hold_expires_at) WHERE status = 'pending_payment';

-- How far people get, per day (UTC) and course of the last 90 days. A later step counts for those before
-- it, because a shared link or the API skips some.
CREATE OR REPLACE VIEW booking_funnel WITH (security_invoker = true) AS
  WITH person_days AS (
    SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, course_id, viewer_id,
      max(CASE name
        WHEN 'st_selected' THEN 2
        WHEN 'date_selected' THEN 3
        WHEN 'time_selected' THEN 4
        WHEN 'booking_attempted' THEN 5
        WHEN 'booking_success' THEN 6
        ELSE 1
      END) AS furthest,
      bool_or(name = 'booking_failed') AS has_failed,
      bool_or(name = 'schedule_later') AS has_deferred
    FROM analytics_events
    WHERE occurred_at >= database_now() - interval '90 days'
    GROUP BY 1, 2, 3
  )
  SELECT person_days.day, person_days.course_id, courses.title AS course,
    count(*) AS page_view,
    count(*) FILTER (WHERE furthest >= 2) AS st_selected,
    count(*) FILTER (WHERE furthest >= 3) AS date_selected,
    count(*) FILTER (WHERE furthest >= 4) AS time_selected,
    count(*) FILTER (WHERE furthest >= 5) AS booking_attempted,
    count(*) FILTER (WHERE furthest >= 6) AS booking_success,
    count(*) FILTER (WHERE has_failed) AS booking_failed,
    count(*) FILTER (WHERE has_deferred) AS schedule_later
  FROM person_days JOIN courses ON courses.id = person_days.course_id
  GROUP BY person_days.day, person_days.course_id, courses.title
  ORDER BY person_days.day DESC, courses.title;
COMMENT ON VIEW booking_funnel IS
  'Per day (UTC) and course of the last 90 days, how many different people reached each step. A later step counts for those before it.';

-- Slot truth: the share of confirmed clicks that met a slot which was not free any more. 0 is perfect.
CREATE OR REPLACE VIEW offered_but_rejected WITH (security_invoker = true) AS
  SELECT (event.occurred_at AT TIME ZONE 'UTC')::date AS day, event.course_id, courses.title AS course,
    count(*) FILTER (WHERE event.name = 'booking_attempted') AS confirmed_clicks,
    count(*) FILTER (WHERE event.name = 'booking_failed') AS met_a_taken_slot,
    round(count(*) FILTER (WHERE event.name = 'booking_failed')::numeric
      / nullif(count(*) FILTER (WHERE event.name = 'booking_attempted'), 0), 4) AS share
  FROM analytics_events AS event JOIN courses ON courses.id = event.course_id
  WHERE event.occurred_at >= database_now() - interval '90 days'
    AND (event.name = 'booking_attempted'
      OR (event.name = 'booking_failed' AND event.data ->> 'error_type' = 'SLOT_UNAVAILABLE'))
  GROUP BY 1, event.course_id, courses.title
  ORDER BY 1 DESC, courses.title;
COMMENT ON VIEW offered_but_rejected IS
  'Slot truth: per day (UTC) and course of the last 90 days, the share of confirmed clicks that met a slot which was not free any more. 0 is perfect.';

-- Every person at a glance: how to reach them, what they learn and teach, and how many sessions lie ahead.
CREATE OR REPLACE VIEW ops_people WITH (security_invoker = true) AS
  SELECT person.id,
    person.anonymized_at,
    person.email,
    (SELECT string_agg(courses.title || ' (' || enrollments.sessions_used || ' of ' || enrollments.session_count || ')', ', ' ORDER BY courses.title)
      FROM enrollments JOIN courses ON courses.id = enrollments.course_id
      WHERE enrollments.student_id = person.id AND enrollments.status = 'active') AS learns,
    person.name,
    (SELECT count(*)::integer FROM (
      SELECT FROM sessions WHERE student_id = person.id AND scheduled_start > database_now() AND status IN ('pending_payment', 'scheduled')
      UNION ALL
      SELECT FROM sessions WHERE teacher_id = person.id AND scheduled_start > database_now() AND status IN ('pending_payment', 'scheduled')
    ) AS ahead) AS sessions_ahead,
    (SELECT string_agg(courses.title || CASE WHEN st.is_active THEN '' ELSE ' (paused)' END, ', ' ORDER BY courses.title)
      FROM student_teachers AS st JOIN courses ON courses.id = st.course_id
      WHERE st.user_id = person.id) AS teaches,
    person.timezone
  FROM users AS person;
COMMENT ON VIEW ops_people IS
  'Every person at a glance. name, email and timezone can be changed here. For the rest, copy the id and filter enrollments or student_teachers by it.';

-- Every session at a glance: who, with whom, which course, when on both people's clocks, what was paid, what
-- happened last, and whether mail about it waits or has failed. Columns are named so that what is read first
-- comes first in Studio, which sorts them by name. Counting rows reads only sessions: PostgreSQL skips the left
-- joins (each matches one row at most) and the subqueries when their columns are not used.
CREATE OR REPLACE VIEW ops_sessions WITH (security_invoker = true) AS
  SELECT booked.id,
    student.name || ' with ' || teacher.name AS about,
    as_local_time(booked.scheduled_start, student.timezone) AS clock_student,
    as_local_time(booked.scheduled_start, teacher.timezone) AS clock_teacher,
    courses.title AS course,
    (SELECT kind FROM session_events WHERE session_id = booked.id
      ORDER BY happened_at DESC, id DESC LIMIT 1) AS last_event,
    (SELECT happened_at FROM session_events WHERE session_id = booked.id
      ORDER BY happened_at DESC, id DESC LIMIT 1) AS last_event_at,
    (SELECT coalesce(actor.name, CASE event.database_role
        WHEN 'peerloop_app' THEN 'the system' WHEN 'peerloop_ops' THEN 'ops' ELSE event.database_role END)
      FROM session_events AS event LEFT JOIN users AS actor ON actor.id = event.actor_id
      WHERE event.session_id = booked.id ORDER BY event.happened_at DESC, event.id DESC LIMIT 1) AS last_event_by,
    (SELECT count(*)::integer FROM notifications WHERE subject_id = booked.id AND status = 'failed') AS mails_failed,
    (SELECT count(*)::integer FROM notifications WHERE subject_id = booked.id AND status = 'pending') AS mails_pending,
    CASE
      WHEN booked.price_cents IS NULL THEN 'included'
      WHEN booked.payment_waiver IS NOT NULL THEN 'waived: ' || booked.payment_waiver
      ELSE coalesce((SELECT string_agg(payments.status::text, ', ' ORDER BY payments.id)
        FROM payments WHERE payments.session_id = booked.id), 'none yet')
    END AS payment,
    as_price(booked.price_cents, booked.currency) AS price,
    booked.scheduled_start,
    booked.status,
    student.name AS student,
    teacher.name AS teacher
  FROM sessions AS booked
    LEFT JOIN courses ON courses.id = booked.course_id
    LEFT JOIN users AS student ON student.id = booked.student_id
    LEFT JOIN users AS teacher ON teacher.id = booked.teacher_id;
COMMENT ON VIEW ops_sessions IS
  'Every session at a glance. Only status and scheduled_start can be changed here. Change anything else in the table sessions.';

-- What is on: sessions and holds from the last twelve hours to the next twenty-four, soonest first.
CREATE OR REPLACE VIEW ops_today WITH (security_invoker = true) AS
  SELECT overview.* FROM ops_sessions AS overview
  WHERE overview.id IN (
    SELECT id FROM sessions
    WHERE status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
      AND scheduled_end > database_now() - interval '12 hours' AND scheduled_end < database_now() + interval '48 hours'
      AND scheduled_start < database_now() + interval '24 hours')
  ORDER BY overview.scheduled_start;
COMMENT ON VIEW ops_today IS
  'Sessions and holds from the last twelve hours to the next twenty-four. status and scheduled_start can be changed here.';

-- Why a student could not book: which time they wanted with which ST, and the code of the refusal.
CREATE OR REPLACE VIEW refused_bookings WITH (security_invoker = true) AS
  SELECT failed.id, failed.occurred_at, failed.viewer_id AS student_id, student.name AS student, courses.title AS course,
    failed.st_id, teacher.name AS teacher, (attempted.data ->> 'datetime')::timestamptz AS wanted_start,
    failed.data ->> 'error_type' AS error_type
  FROM analytics_events AS failed
    JOIN users AS student ON student.id = failed.viewer_id
    JOIN courses ON courses.id = failed.course_id
    LEFT JOIN student_teachers AS st ON st.id = failed.st_id
    LEFT JOIN users AS teacher ON teacher.id = st.user_id
    -- An attempt is written just before its failure.
    LEFT JOIN LATERAL (
      SELECT attempt.data FROM analytics_events AS attempt
      WHERE attempt.name = 'booking_attempted' AND attempt.viewer_id = failed.viewer_id
        AND attempt.st_id = failed.st_id AND attempt.occurred_at = failed.occurred_at AND attempt.id < failed.id
      ORDER BY attempt.id DESC LIMIT 1
    ) AS attempted ON true
  WHERE failed.name = 'booking_failed' AND failed.occurred_at >= database_now() - interval '90 days'
  ORDER BY failed.occurred_at DESC;
COMMENT ON VIEW refused_bookings IS
  'Why a student could not book in the last 90 days: which time with which ST, and the code of the refusal. docs/operations.md explains each code.';

-- An anonymized person has no time off and no extra hours.
CREATE OR REPLACE TRIGGER availability_exceptions_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability_exceptions
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- Edits of one person's weekly windows take turns.
CREATE OR REPLACE TRIGGER availability_lock_person BEFORE INSERT OR UPDATE ON availability
  FOR EACH ROW EXECUTE FUNCTION availability_lock_person();

-- An anonymized person has no hours.
CREATE OR REPLACE TRIGGER availability_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- The table calendar_claims is never emptied.
CREATE OR REPLACE TRIGGER calendar_claims_keep_table BEFORE TRUNCATE ON calendar_claims
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person gets no calendar feed.
CREATE OR REPLACE TRIGGER calendar_feeds_require_present_person BEFORE INSERT OR UPDATE OF user_id ON calendar_feeds
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- The id of a row of courses never changes.
CREATE OR REPLACE TRIGGER courses_keep_id BEFORE UPDATE ON courses
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Counts on an enrollment are the database's own.
CREATE OR REPLACE TRIGGER enrollments_1_derive BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION enrollments_derive();

-- An enrollment that ends leaves no session behind that nobody was told about.
CREATE OR REPLACE TRIGGER enrollments_2_end AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION enrollments_end();

-- A student who is enrolled as deferred is told so.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_insert AFTER INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.deferred_at IS NOT NULL) EXECUTE FUNCTION enrollments_notify();

-- A student who chooses "Schedule Later" is told so, and not any more once they book.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_update AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN ((OLD.deferred_at IS NULL) <> (NEW.deferred_at IS NULL)) EXECUTE FUNCTION enrollments_notify();

-- A student's own choice of "Schedule Later" is counted.
CREATE OR REPLACE TRIGGER enrollments_4_measure AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (
    OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL AND acting_user() = NEW.student_id
  ) EXECUTE FUNCTION enrollments_measure();

-- The id of a row of enrollments never changes.
CREATE OR REPLACE TRIGGER enrollments_keep_id BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- The table enrollments is never emptied.
CREATE OR REPLACE TRIGGER enrollments_keep_table BEFORE TRUNCATE ON enrollments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person does not become a student.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_insert BEFORE INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active') EXECUTE FUNCTION require_present_person('student_id');

-- An anonymized person does not become a student again.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_update BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active' AND (OLD.status <> 'active' OR NEW.student_id <> OLD.student_id)) EXECUTE FUNCTION require_present_person('student_id', 'nowait');

-- What is in the outbox is sent once, and as it was planned.
CREATE OR REPLACE TRIGGER notifications_check_change BEFORE UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION notifications_check_change();

-- The id of a row of notifications never changes.
CREATE OR REPLACE TRIGGER notifications_keep_id BEFORE UPDATE ON notifications
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- The table notifications is never emptied.
CREATE OR REPLACE TRIGGER notifications_keep_table BEFORE TRUNCATE ON notifications
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- No mail waits for an anonymized person.
CREATE OR REPLACE TRIGGER notifications_skip_anonymized_recipient BEFORE INSERT ON notifications
  FOR EACH ROW EXECUTE FUNCTION skip_anonymized_recipient();

-- The overview takes a new status and a new start.
CREATE OR REPLACE TRIGGER ops_sessions_edit INSTEAD OF UPDATE ON ops_sessions
  FOR EACH ROW EXECUTE FUNCTION ops_sessions_edit();

-- A payment is a record of what Stripe says.
CREATE OR REPLACE TRIGGER payments_check_change BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_check_change();

-- The id of a row of payments never changes.
CREATE OR REPLACE TRIGGER payments_keep_id BEFORE UPDATE ON payments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Rows of payments are never deleted.
CREATE OR REPLACE TRIGGER payments_keep_rows BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- The table payments is never emptied.
CREATE OR REPLACE TRIGGER payments_keep_table BEFORE TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- Rows of session_events are never deleted.
CREATE OR REPLACE TRIGGER session_events_keep_rows BEFORE DELETE ON session_events
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- The table session_events is never emptied.
CREATE OR REPLACE TRIGGER session_events_keep_table BEFORE TRUNCATE ON session_events
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- First, so that a refusal speaks of the edit itself and not of what follows from it.
CREATE OR REPLACE TRIGGER sessions_1_check_change BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_check_change();

-- After the edit is known to be allowed, what follows from it is filled in.
CREATE OR REPLACE TRIGGER sessions_2_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();

-- A session of a priced course begins as a hold, or with a waiver.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_payment();

-- A hold is confirmed only when it is paid or waived, and a waiver stays as long as it is needed.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    OLD.status NOT IN ('scheduled', 'completed', 'no_show')
    OR OLD.payment_waiver IS NOT NULL AND NEW.payment_waiver IS NULL
  ) EXECUTE FUNCTION sessions_require_payment();

-- Both people are locked before their time is claimed.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_lock_people();

-- Both people are locked before their time is claimed again, also when only a hold's end changes: two that
-- write claims for one time without the lock wait for each other.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    claims_time(NEW) AND
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_lock_people();

-- A new session goes to an active ST.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_active_st();

-- A session that is given to another ST, or comes back, goes to an active one.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.uses_session AND (NEW.st_id <> OLD.st_id OR NOT OLD.uses_session)
  ) EXECUTE FUNCTION sessions_require_active_st();

-- No text is left on a session of an anonymized student. After both people are locked, where they are: a
-- stronger lock on a person who is locked already could deadlock.
CREATE OR REPLACE TRIGGER sessions_5_require_present_person_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.note IS NOT NULL AND NEW.note IS DISTINCT FROM OLD.note
    OR NEW.payment_waiver IS NOT NULL AND NEW.payment_waiver IS DISTINCT FROM OLD.payment_waiver
  ) EXECUTE FUNCTION require_present_person('student_id');

-- A new session uses one of the enrollment.
CREATE OR REPLACE TRIGGER sessions_6_count_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_count();

-- A session that is given back or comes back is counted again.
CREATE OR REPLACE TRIGGER sessions_6_count_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.uses_session <> OLD.uses_session) EXECUTE FUNCTION sessions_count();

-- The number of students taught follows completed sessions.
CREATE OR REPLACE TRIGGER sessions_6_count_taught BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN ((NEW.status = 'completed') <> (OLD.status = 'completed')) EXECUTE FUNCTION sessions_count_taught();

-- A new session claims both people's time.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_claim();

-- Claims follow the session. A session that ends early keeps its claims until its hour is over.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_claim();

-- The first event of a timeline.
CREATE OR REPLACE TRIGGER sessions_8_record_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_record();

-- Every change leaves an event, also of what nobody has to be told: a waiver, a hold's end, a note.
CREATE OR REPLACE TRIGGER sessions_8_record_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id, NEW.buffer_minutes, NEW.hold_expires_at,
      NEW.payment_waiver, NEW.note, NEW.reminders)
    IS DISTINCT FROM
    (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id, OLD.buffer_minutes, OLD.hold_expires_at,
      OLD.payment_waiver, OLD.note, OLD.reminders)
  ) EXECUTE FUNCTION sessions_record();

-- A session that its student books is counted. What ops add by hand is not a click.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_insert AFTER INSERT ON sessions
  FOR EACH ROW
  WHEN (acting_user() = NEW.student_id) EXECUTE FUNCTION sessions_measure();

-- A hold that is confirmed is counted as a success.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.status = 'scheduled' AND OLD.status IN ('pending_payment', 'expired')
  ) EXECUTE FUNCTION sessions_measure();

-- Both people are told of a new session.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_notify();

-- Both people are told of every change of status, time or teacher that concerns them.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
    IS DISTINCT FROM (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
  ) EXECUTE FUNCTION sessions_notify();

-- The id of a row of sessions never changes.
CREATE OR REPLACE TRIGGER sessions_keep_id BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Rows of sessions are never deleted.
CREATE OR REPLACE TRIGGER sessions_keep_rows BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- The table sessions is never emptied.
CREATE OR REPLACE TRIGGER sessions_keep_table BEFORE TRUNCATE ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- Each link to sign in has its mail.
CREATE OR REPLACE TRIGGER sign_in_links_notify AFTER INSERT ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION sign_in_links_notify();

-- An anonymized person gets no link to sign in.
CREATE OR REPLACE TRIGGER sign_in_links_require_present_person BEFORE INSERT OR UPDATE OF user_id ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- A count on an ST is the database's own.
CREATE OR REPLACE TRIGGER student_teachers_derive BEFORE INSERT ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION student_teachers_derive();

-- The id of a row of student_teachers never changes.
CREATE OR REPLACE TRIGGER student_teachers_keep_id BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- The table student_teachers is never emptied.
CREATE OR REPLACE TRIGGER student_teachers_keep_table BEFORE TRUNCATE ON student_teachers
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person does not become a Student-Teacher.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_insert BEFORE INSERT ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active) EXECUTE FUNCTION require_present_person('user_id');

-- An anonymized person does not become a Student-Teacher again.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_update BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active AND (NOT OLD.is_active OR NEW.user_id <> OLD.user_id)) EXECUTE FUNCTION require_present_person('user_id', 'nowait');

-- The id of a row of users never changes.
CREATE OR REPLACE TRIGGER users_keep_id BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- The table users is never emptied.
CREATE OR REPLACE TRIGGER users_keep_table BEFORE TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person stays so.
CREATE OR REPLACE TRIGGER users_stay_anonymized BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (OLD.anonymized_at IS NOT NULL) EXECUTE FUNCTION users_stay_anonymized();

-- What ops read about analytics in a database tool.
COMMENT ON TABLE analytics_events IS 'What people did on the way to a session. booking_funnel, offered_but_rejected and refused_bookings are made of it.';
COMMENT ON COLUMN analytics_events.viewer_id IS 'Who was signed in.';
COMMENT ON COLUMN analytics_events.data IS 'What the specification lists for this event, and nothing else.';

-- What ops read about weekly hours in a database tool.
COMMENT ON TABLE availability IS 'Weekly hours of a teacher, by the wall clock of their zone.';

-- What ops read about dated changes of hours in a database tool.
COMMENT ON TABLE availability_exceptions IS 'Dated changes of a teacher''s weekly hours.';

-- What ops read about claims in a database tool.
COMMENT ON TABLE calendar_claims IS 'Who is taken from when to when. Follows sessions; read only. Change the session instead.';

-- What ops read about feeds in a database tool.
COMMENT ON TABLE calendar_feeds IS 'The private address at which a person''s own calendar finds their sessions. Delete a row to take it away.';

-- What ops read when one of Prisma's own constraints refuses their edit.
COMMENT ON CONSTRAINT users_timezone_fkey ON users IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON CONSTRAINT availability_timezone_fkey ON availability IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON INDEX users_email_key IS 'Another person has this email address.';
COMMENT ON INDEX enrollments_student_id_course_id_key IS
  'This student is in this course already. Change that enrollment instead.';
COMMENT ON INDEX student_teachers_user_id_course_id_key IS
  'This person teaches this course already. Change that row instead.';
COMMENT ON CONSTRAINT sessions_keep_their_student ON sessions IS
  'An enrollment with sessions keeps its student and its course. Add a new enrollment instead.';
COMMENT ON CONSTRAINT sessions_keep_their_teacher ON sessions IS
  'A Student-Teacher with sessions keeps their person and their course. Add a new row instead.';
COMMENT ON CONSTRAINT availability_user_id_fkey ON availability IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT availability_exceptions_user_id_fkey ON availability_exceptions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT enrollments_course_id_fkey ON enrollments IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT enrollments_student_id_fkey ON enrollments IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT notifications_recipient_id_fkey ON notifications IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT sessions_course_id_fkey ON sessions IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT sessions_student_id_fkey ON sessions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT sessions_teacher_id_fkey ON sessions IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT student_teachers_course_id_fkey ON student_teachers IS
  'There is no course with this id. Copy it from courses.';
COMMENT ON CONSTRAINT student_teachers_user_id_fkey ON student_teachers IS
  'There is no person with this id. Copy it from ops_people.';
COMMENT ON CONSTRAINT availability_pkey ON availability IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT availability_exceptions_pkey ON availability_exceptions IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT courses_pkey ON courses IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT enrollments_pkey ON enrollments IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT notifications_pkey ON notifications IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT sessions_pkey ON sessions IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT student_teachers_pkey ON student_teachers IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT users_pkey ON users IS
  'Another row has this id already. Leave the id empty: the database makes one.';
COMMENT ON CONSTRAINT rate_limits_pkey ON rate_limits IS
  'This key is counted already. Change that row instead.';
COMMENT ON INDEX notifications_subject_id_recipient_id_kind_version_key IS
  'This person has been sent this mail already, or will be.';

-- What ops read about courses in a database tool.
COMMENT ON TABLE courses IS 'What can be learned. To stop bookings, set is_active to false on each of its Student-Teachers.';
COMMENT ON COLUMN courses.price_per_session_cents IS 'In the smallest unit of the currency. Applies to sessions booked from now on.';

-- What ops read about enrollments in a database tool.
COMMENT ON TABLE enrollments IS 'A student in a course, and how many sessions they may have. To end one, set its status to cancelled: its sessions to come are cancelled with it.';
COMMENT ON COLUMN enrollments.session_count IS 'How many sessions this student may have. Raise it to extend the enrollment.';
COMMENT ON COLUMN enrollments.sessions_used IS 'How many of them are held, booked, done or missed. Counted by the database.';
COMMENT ON COLUMN enrollments.deferred_at IS 'When the student chose "Schedule Later". Booking a session clears it.';
COMMENT ON COLUMN enrollments.deferrals IS 'How often the student chose "Schedule Later". Counted by the database.';

-- What ops read about mails in a database tool.
COMMENT ON TABLE notifications IS 'Emails that are due, sent, voided or failed. Read only, but for one thing: set a failed one to pending to send it again.';
COMMENT ON COLUMN notifications.subject_id IS 'The id of the session, enrollment, link or person it is about.';
COMMENT ON COLUMN notifications.version IS 'Which version of its subject it tells of: a session''s sequence, an enrollment''s deferral.';

-- What ops read about payments in a database tool.
COMMENT ON TABLE payments IS 'Stripe checkouts, each of one session. Read only: refund a payment in Stripe.';

-- What ops read about rate limits in a database tool.
COMMENT ON TABLE rate_limits IS 'How often somebody did something lately. Any row may be deleted.';

-- What ops read about events in a database tool.
COMMENT ON TABLE session_events IS 'What happened to each session, who did it and when. Follows sessions; read only.';
COMMENT ON COLUMN session_events.actor_id IS 'The person who did it. Empty: ops, by hand, or the system.';
COMMENT ON COLUMN session_events.database_role IS 'The database role that wrote: peerloop_app for the product, peerloop_ops for a hand edit.';

-- What ops read about sessions in a database tool.
COMMENT ON TABLE sessions IS 'Sessions, from hold to completion. Cancel, move and reassign here: claims, events and mails follow. A session is cancelled, never deleted.';
COMMENT ON COLUMN sessions.st_id IS 'Change it to give the session to another Student-Teacher of the course.';
COMMENT ON COLUMN sessions.status IS 'Set it to cancelled, completed or no_show. Both people are told of a cancellation.';
COMMENT ON COLUMN sessions.scheduled_start IS 'Change it alone to move the session: it keeps its length.';
COMMENT ON COLUMN sessions.enrollment_id IS 'The student and the course. It stays: for another student, cancel and add a new session.';
COMMENT ON COLUMN sessions.course_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.student_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.teacher_id IS 'Follows from st_id.';
COMMENT ON COLUMN sessions.sequence IS 'The SEQUENCE of its invites. Rises with each version that people are told of.';
COMMENT ON COLUMN sessions.price_cents IS 'What the session costs, as it was when it was booked. Empty: it is included in the course.';
COMMENT ON COLUMN sessions.payment_waiver IS 'Why a session that costs money need not be paid, for example: paid by invoice.';
COMMENT ON COLUMN sessions.uses_session IS 'Whether it uses up a session of the enrollment. Follows from the status.';
COMMENT ON COLUMN sessions.timed_at IS 'When its present time was agreed.';

-- What ops read about links to sign in, in a database tool.
COMMENT ON TABLE sign_in_links IS 'Links that sign a person in once. Delete a row to make its link useless.';

-- What ops read about Stripe's events in a database tool.
COMMENT ON TABLE stripe_events IS 'Stripe''s events that were taken in, each once. Read only.';

-- What ops read about Student-Teachers in a database tool.
COMMENT ON TABLE student_teachers IS 'A user who teaches one course. Elsewhere, st_id is the id of this row. To stop bookings, set is_active to false.';
COMMENT ON COLUMN student_teachers.is_active IS 'Whether they can be booked. Sessions that are booked already stand.';
COMMENT ON COLUMN student_teachers.buffer_minutes IS 'Minutes kept free after each session. Applies to sessions booked from now on.';
COMMENT ON COLUMN student_teachers.students_taught IS 'How many students have completed a session with them. Counted by the database.';

-- What ops read about time zones in a database tool.
COMMENT ON TABLE time_zones IS 'The IANA time zones that people and hours may have, such as Europe/Berlin. Read only: filled by migrations.';

-- What ops read about users in a database tool.
COMMENT ON TABLE users IS 'People. The same person may learn in one course and teach in another.';
COMMENT ON COLUMN users.session_version IS 'Add 1 to sign this person out on every device.';
COMMENT ON COLUMN users.anonymized_at IS 'When anonymize_user removed who this was.';

-- The application reads everything and writes what people write. Claims, events and the outbox are
-- written for it by triggers, history is never deleted, and counts are the database's own. Statements end
-- after ten seconds, and a transaction that was forgotten after thirty.
DO $$
BEGIN
  IF to_regrole('peerloop_app') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_app NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server has just created it
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'The role peerloop_app is missing and could not be created: see docs/operations.md.';
        RETURN;
    END;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerloop_app' AND array_to_string(rolconfig, ' ') LIKE '%statement_timeout=%') THEN
    BEGIN
      ALTER ROLE peerloop_app SET statement_timeout = '10s';
      ALTER ROLE peerloop_app SET idle_in_transaction_session_timeout = '30s';
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE NOTICE 'The timeouts of peerloop_app could not be set: see docs/operations.md.';
    END;
  END IF;

  GRANT USAGE ON SCHEMA public TO peerloop_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peerloop_app;
  -- Of the tables' owner, who makes the next ones, and not of an administrator who may be running this.
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peerloop_app',
    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sessions'::regclass));
  REVOKE INSERT, UPDATE, DELETE ON calendar_claims, session_events, notifications, time_zones FROM peerloop_app;
  REVOKE UPDATE, DELETE ON stripe_events FROM peerloop_app;
  REVOKE DELETE ON users, courses, enrollments, student_teachers, sessions, payments FROM peerloop_app;
  REVOKE UPDATE ON users, enrollments, student_teachers FROM peerloop_app;
  GRANT UPDATE (email, name, avatar_url, bio, timezone, session_version) ON users TO peerloop_app;
  GRANT UPDATE (status, session_count, deferred_at) ON enrollments TO peerloop_app;
  GRANT UPDATE (is_active, buffer_minutes, slot_step_minutes, min_notice_hours, booking_horizon_days, rating)
    ON student_teachers TO peerloop_app;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM peerloop_app;
  END IF;
  GRANT EXECUTE ON FUNCTION set_actor(uuid), lease_notification(interval), plan_due_reminders(),
    record_delivery(uuid, timestamptz, notification_status, integer, text, text, timestamptz),
    release_past_claims(), purge_expired_rows(integer), anonymize_user(uuid) TO peerloop_app;
END
$$;

-- Ops edit people, courses, enrollments, hours and sessions by hand. They read claims, events, mail and
-- payments but cannot write them, cannot delete history, and cannot act as somebody else. Of the outbox
-- they may only send a failed mail again.
DO $$
BEGIN
  IF to_regrole('peerloop_ops') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_ops NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server has just created it
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'The role peerloop_ops is missing and could not be created: see docs/operations.md.';
        RETURN;
    END;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerloop_ops' AND array_to_string(rolconfig, ' ') LIKE '%statement_timeout=%') THEN
    BEGIN
      ALTER ROLE peerloop_ops SET statement_timeout = '60s';
      ALTER ROLE peerloop_ops SET idle_in_transaction_session_timeout = '60s';
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE NOTICE 'The timeouts of peerloop_ops could not be set: see docs/operations.md.';
    END;
  END IF;

  -- Older servers let everybody create functions here, which could be called in place of ours.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO peerloop_ops;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peerloop_ops;
  -- Of the tables' owner, who makes the next ones, and not of an administrator who may be running this.
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peerloop_ops',
    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sessions'::regclass));
  REVOKE INSERT, UPDATE, DELETE ON calendar_claims, session_events, notifications, payments, stripe_events,
    time_zones, analytics_events FROM peerloop_ops;
  REVOKE INSERT, UPDATE ON sign_in_links, calendar_feeds FROM peerloop_ops;
  REVOKE DELETE ON users, courses, enrollments, student_teachers, sessions FROM peerloop_ops;
  REVOKE UPDATE ON users, enrollments, student_teachers FROM peerloop_ops;
  GRANT UPDATE (email, name, avatar_url, bio, timezone, session_version) ON users TO peerloop_ops;
  GRANT UPDATE (student_id, course_id, status, session_count, deferred_at) ON enrollments TO peerloop_ops;
  GRANT UPDATE (user_id, course_id, is_active, buffer_minutes, slot_step_minutes, min_notice_hours,
    booking_horizon_days, rating) ON student_teachers TO peerloop_ops;
  GRANT UPDATE (status) ON notifications TO peerloop_ops;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM peerloop_ops;
  END IF;
  GRANT EXECUTE ON FUNCTION anonymize_user(uuid) TO peerloop_ops;
END
$$;

-- The zones of the packaged IANA database, version 2026f, that this server knows too: every zone of a row
-- can be computed by the application and by the database. Written by npm run db:zones.
INSERT INTO time_zones (name)
SELECT name FROM (VALUES
  ('Africa/Abidjan'),
  ('Africa/Accra'),
  ('Africa/Addis_Ababa'),
  ('Africa/Algiers'),
  ('Africa/Asmara'),
  ('Africa/Asmera'),
  ('Africa/Bamako'),
  ('Africa/Bangui'),
  ('Africa/Banjul'),
  ('Africa/Bissau'),
  ('Africa/Blantyre'),
  ('Africa/Brazzaville'),
  ('Africa/Bujumbura'),
  ('Africa/Cairo'),
  ('Africa/Casablanca'),
  ('Africa/Ceuta'),
  ('Africa/Conakry'),
  ('Africa/Dakar'),
  ('Africa/Dar_es_Salaam'),
  ('Africa/Djibouti'),
  ('Africa/Douala'),
  ('Africa/El_Aaiun'),
  ('Africa/Freetown'),
  ('Africa/Gaborone'),
  ('Africa/Harare'),
  ('Africa/Johannesburg'),
  ('Africa/Juba'),
  ('Africa/Kampala'),
  ('Africa/Khartoum'),
  ('Africa/Kigali'),
  ('Africa/Kinshasa'),
  ('Africa/Lagos'),
  ('Africa/Libreville'),
  ('Africa/Lome'),
  ('Africa/Luanda'),
  ('Africa/Lubumbashi'),
  ('Africa/Lusaka'),
  ('Africa/Malabo'),
  ('Africa/Maputo'),
  ('Africa/Maseru'),
  ('Africa/Mbabane'),
  ('Africa/Mogadishu'),
  ('Africa/Monrovia'),
  ('Africa/Nairobi'),
  ('Africa/Ndjamena'),
  ('Africa/Niamey'),
  ('Africa/Nouakchott'),
  ('Africa/Ouagadougou'),
  ('Africa/Porto-Novo'),
  ('Africa/Sao_Tome'),
  ('Africa/Timbuktu'),
  ('Africa/Tripoli'),
  ('Africa/Tunis'),
  ('Africa/Windhoek'),
  ('America/Adak'),
  ('America/Anchorage'),
  ('America/Anguilla'),
  ('America/Antigua'),
  ('America/Araguaina'),
  ('America/Argentina/Buenos_Aires'),
  ('America/Argentina/Catamarca'),
  ('America/Argentina/ComodRivadavia'),
  ('America/Argentina/Cordoba'),
  ('America/Argentina/Jujuy'),
  ('America/Argentina/La_Rioja'),
  ('America/Argentina/Mendoza'),
  ('America/Argentina/Rio_Gallegos'),
  ('America/Argentina/Salta'),
  ('America/Argentina/San_Juan'),
  ('America/Argentina/San_Luis'),
  ('America/Argentina/Tucuman'),
  ('America/Argentina/Ushuaia'),
  ('America/Aruba'),
  ('America/Asuncion'),
  ('America/Atikokan'),
  ('America/Atka'),
  ('America/Bahia'),
  ('America/Bahia_Banderas'),
  ('America/Barbados'),
  ('America/Belem'),
  ('America/Belize'),
  ('America/Blanc-Sablon'),
  ('America/Boa_Vista'),
  ('America/Bogota'),
  ('America/Boise'),
  ('America/Buenos_Aires'),
  ('America/Cambridge_Bay'),
  ('America/Campo_Grande'),
  ('America/Cancun'),
  ('America/Caracas'),
  ('America/Catamarca'),
  ('America/Cayenne'),
  ('America/Cayman'),
  ('America/Chicago'),
  ('America/Chihuahua'),
  ('America/Ciudad_Juarez'),
  ('America/Coral_Harbour'),
  ('America/Cordoba'),
  ('America/Costa_Rica'),
  ('America/Coyhaique'),
  ('America/Creston'),
  ('America/Cuiaba'),
  ('America/Curacao'),
  ('America/Danmarkshavn'),
  ('America/Dawson'),
  ('America/Dawson_Creek'),
  ('America/Denver'),
  ('America/Detroit'),
  ('America/Dominica'),
  ('America/Edmonton'),
  ('America/Eirunepe'),
  ('America/El_Salvador'),
  ('America/Ensenada'),
  ('America/Fort_Nelson'),
  ('America/Fort_Wayne'),
  ('America/Fortaleza'),
  ('America/Glace_Bay'),
  ('America/Godthab'),
  ('America/Goose_Bay'),
  ('America/Grand_Turk'),
  ('America/Grenada'),
  ('America/Guadeloupe'),
  ('America/Guatemala'),
  ('America/Guayaquil'),
  ('America/Guyana'),
  ('America/Halifax'),
  ('America/Havana'),
  ('America/Hermosillo'),
  ('America/Indiana/Indianapolis'),
  ('America/Indiana/Knox'),
  ('America/Indiana/Marengo'),
  ('America/Indiana/Petersburg'),
  ('America/Indiana/Tell_City'),
  ('America/Indiana/Vevay'),
  ('America/Indiana/Vincennes'),
  ('America/Indiana/Winamac'),
  ('America/Indianapolis'),
  ('America/Inuvik'),
  ('America/Iqaluit'),
  ('America/Jamaica'),
  ('America/Jujuy'),
  ('America/Juneau'),
  ('America/Kentucky/Louisville'),
  ('America/Kentucky/Monticello'),
  ('America/Knox_IN'),
  ('America/Kralendijk'),
  ('America/La_Paz'),
  ('America/Lima'),
  ('America/Los_Angeles'),
  ('America/Louisville'),
  ('America/Lower_Princes'),
  ('America/Maceio'),
  ('America/Managua'),
  ('America/Manaus'),
  ('America/Marigot'),
  ('America/Martinique'),
  ('America/Matamoros'),
  ('America/Mazatlan'),
  ('America/Mendoza'),
  ('America/Menominee'),
  ('America/Merida'),
  ('America/Metlakatla'),
  ('America/Mexico_City'),
  ('America/Miquelon'),
  ('America/Moncton'),
  ('America/Monterrey'),
  ('America/Montevideo'),
  ('America/Montreal'),
  ('America/Montserrat'),
  ('America/Nassau'),
  ('America/New_York'),
  ('America/Nipigon'),
  ('America/Nome'),
  ('America/Noronha'),
  ('America/North_Dakota/Beulah'),
  ('America/North_Dakota/Center'),
  ('America/North_Dakota/New_Salem'),
  ('America/Nuuk'),
  ('America/Ojinaga'),
  ('America/Panama'),
  ('America/Pangnirtung'),
  ('America/Paramaribo'),
  ('America/Phoenix'),
  ('America/Port-au-Prince'),
  ('America/Port_of_Spain'),
  ('America/Porto_Acre'),
  ('America/Porto_Velho'),
  ('America/Puerto_Rico'),
  ('America/Punta_Arenas'),
  ('America/Rainy_River'),
  ('America/Rankin_Inlet'),
  ('America/Recife'),
  ('America/Regina'),
  ('America/Resolute'),
  ('America/Rio_Branco'),
  ('America/Rosario'),
  ('America/Santa_Isabel'),
  ('America/Santarem'),
  ('America/Santiago'),
  ('America/Santo_Domingo'),
  ('America/Sao_Paulo'),
  ('America/Scoresbysund'),
  ('America/Shiprock'),
  ('America/Sitka'),
  ('America/St_Barthelemy'),
  ('America/St_Johns'),
  ('America/St_Kitts'),
  ('America/St_Lucia'),
  ('America/St_Thomas'),
  ('America/St_Vincent'),
  ('America/Swift_Current'),
  ('America/Tegucigalpa'),
  ('America/Thule'),
  ('America/Thunder_Bay'),
  ('America/Tijuana'),
  ('America/Toronto'),
  ('America/Tortola'),
  ('America/Vancouver'),
  ('America/Virgin'),
  ('America/Whitehorse'),
  ('America/Winnipeg'),
  ('America/Yakutat'),
  ('America/Yellowknife'),
  ('Antarctica/Casey'),
  ('Antarctica/Davis'),
  ('Antarctica/DumontDUrville'),
  ('Antarctica/Macquarie'),
  ('Antarctica/Mawson'),
  ('Antarctica/McMurdo'),
  ('Antarctica/Palmer'),
  ('Antarctica/Rothera'),
  ('Antarctica/South_Pole'),
  ('Antarctica/Syowa'),
  ('Antarctica/Troll'),
  ('Antarctica/Vostok'),
  ('Arctic/Longyearbyen'),
  ('Asia/Aden'),
  ('Asia/Almaty'),
  ('Asia/Amman'),
  ('Asia/Anadyr'),
  ('Asia/Aqtau'),
  ('Asia/Aqtobe'),
  ('Asia/Ashgabat'),
  ('Asia/Ashkhabad'),
  ('Asia/Atyrau'),
  ('Asia/Baghdad'),
  ('Asia/Bahrain'),
  ('Asia/Baku'),
  ('Asia/Bangkok'),
  ('Asia/Barnaul'),
  ('Asia/Beirut'),
  ('Asia/Bishkek'),
  ('Asia/Brunei'),
  ('Asia/Calcutta'),
  ('Asia/Chita'),
  ('Asia/Choibalsan'),
  ('Asia/Chongqing'),
  ('Asia/Chungking'),
  ('Asia/Colombo'),
  ('Asia/Dacca'),
  ('Asia/Damascus'),
  ('Asia/Dhaka'),
  ('Asia/Dili'),
  ('Asia/Dubai'),
  ('Asia/Dushanbe'),
  ('Asia/Famagusta'),
  ('Asia/Gaza'),
  ('Asia/Harbin'),
  ('Asia/Hebron'),
  ('Asia/Ho_Chi_Minh'),
  ('Asia/Hong_Kong'),
  ('Asia/Hovd'),
  ('Asia/Irkutsk'),
  ('Asia/Istanbul'),
  ('Asia/Jakarta'),
  ('Asia/Jayapura'),
  ('Asia/Jerusalem'),
  ('Asia/Kabul'),
  ('Asia/Kamchatka'),
  ('Asia/Karachi'),
  ('Asia/Kashgar'),
  ('Asia/Kathmandu'),
  ('Asia/Katmandu'),
  ('Asia/Khandyga'),
  ('Asia/Kolkata'),
  ('Asia/Krasnoyarsk'),
  ('Asia/Kuala_Lumpur'),
  ('Asia/Kuching'),
  ('Asia/Kuwait'),
  ('Asia/Macao'),
  ('Asia/Macau'),
  ('Asia/Magadan'),
  ('Asia/Makassar'),
  ('Asia/Manila'),
  ('Asia/Muscat'),
  ('Asia/Nicosia'),
  ('Asia/Novokuznetsk'),
  ('Asia/Novosibirsk'),
  ('Asia/Omsk'),
  ('Asia/Oral'),
  ('Asia/Phnom_Penh'),
  ('Asia/Pontianak'),
  ('Asia/Pyongyang'),
  ('Asia/Qatar'),
  ('Asia/Qostanay'),
  ('Asia/Qyzylorda'),
  ('Asia/Rangoon'),
  ('Asia/Riyadh'),
  ('Asia/Saigon'),
  ('Asia/Sakhalin'),
  ('Asia/Samarkand'),
  ('Asia/Seoul'),
  ('Asia/Shanghai'),
  ('Asia/Singapore'),
  ('Asia/Srednekolymsk'),
  ('Asia/Taipei'),
  ('Asia/Tashkent'),
  ('Asia/Tbilisi'),
  ('Asia/Tehran'),
  ('Asia/Tel_Aviv'),
  ('Asia/Thimbu'),
  ('Asia/Thimphu'),
  ('Asia/Tokyo'),
  ('Asia/Tomsk'),
  ('Asia/Ujung_Pandang'),
  ('Asia/Ulaanbaatar'),
  ('Asia/Ulan_Bator'),
  ('Asia/Urumqi'),
  ('Asia/Ust-Nera'),
  ('Asia/Vientiane'),
  ('Asia/Vladivostok'),
  ('Asia/Yakutsk'),
  ('Asia/Yangon'),
  ('Asia/Yekaterinburg'),
  ('Asia/Yerevan'),
  ('Atlantic/Azores'),
  ('Atlantic/Bermuda'),
  ('Atlantic/Canary'),
  ('Atlantic/Cape_Verde'),
  ('Atlantic/Faeroe'),
  ('Atlantic/Faroe'),
  ('Atlantic/Jan_Mayen'),
  ('Atlantic/Madeira'),
  ('Atlantic/Reykjavik'),
  ('Atlantic/South_Georgia'),
  ('Atlantic/St_Helena'),
  ('Atlantic/Stanley'),
  ('Australia/ACT'),
  ('Australia/Adelaide'),
  ('Australia/Brisbane'),
  ('Australia/Broken_Hill'),
  ('Australia/Canberra'),
  ('Australia/Currie'),
  ('Australia/Darwin'),
  ('Australia/Eucla'),
  ('Australia/Hobart'),
  ('Australia/LHI'),
  ('Australia/Lindeman'),
  ('Australia/Lord_Howe'),
  ('Australia/Melbourne'),
  ('Australia/NSW'),
  ('Australia/North'),
  ('Australia/Perth'),
  ('Australia/Queensland'),
  ('Australia/South'),
  ('Australia/Sydney'),
  ('Australia/Tasmania'),
  ('Australia/Victoria'),
  ('Australia/West'),
  ('Australia/Yancowinna'),
  ('Brazil/Acre'),
  ('Brazil/DeNoronha'),
  ('Brazil/East'),
  ('Brazil/West'),
  ('CET'),
  ('CST6CDT'),
  ('Canada/Atlantic'),
  ('Canada/Central'),
  ('Canada/Eastern'),
  ('Canada/Mountain'),
  ('Canada/Newfoundland'),
  ('Canada/Pacific'),
  ('Canada/Saskatchewan'),
  ('Canada/Yukon'),
  ('Chile/Continental'),
  ('Chile/EasterIsland'),
  ('Cuba'),
  ('EET'),
  ('EST'),
  ('EST5EDT'),
  ('Egypt'),
  ('Eire'),
  ('Etc/GMT'),
  ('Etc/GMT+0'),
  ('Etc/GMT+1'),
  ('Etc/GMT+10'),
  ('Etc/GMT+11'),
  ('Etc/GMT+12'),
  ('Etc/GMT+2'),
  ('Etc/GMT+3'),
  ('Etc/GMT+4'),
  ('Etc/GMT+5'),
  ('Etc/GMT+6'),
  ('Etc/GMT+7'),
  ('Etc/GMT+8'),
  ('Etc/GMT+9'),
  ('Etc/GMT-0'),
  ('Etc/GMT-1'),
  ('Etc/GMT-10'),
  ('Etc/GMT-11'),
  ('Etc/GMT-12'),
  ('Etc/GMT-13'),
  ('Etc/GMT-14'),
  ('Etc/GMT-2'),
  ('Etc/GMT-3'),
  ('Etc/GMT-4'),
  ('Etc/GMT-5'),
  ('Etc/GMT-6'),
  ('Etc/GMT-7'),
  ('Etc/GMT-8'),
  ('Etc/GMT-9'),
  ('Etc/GMT0'),
  ('Etc/Greenwich'),
  ('Etc/UCT'),
  ('Etc/UTC'),
  ('Etc/Universal'),
  ('Etc/Zulu'),
  ('Europe/Amsterdam'),
  ('Europe/Andorra'),
  ('Europe/Astrakhan'),
  ('Europe/Athens'),
  ('Europe/Belfast'),
  ('Europe/Belgrade'),
  ('Europe/Berlin'),
  ('Europe/Bratislava'),
  ('Europe/Brussels'),
  ('Europe/Bucharest'),
  ('Europe/Budapest'),
  ('Europe/Busingen'),
  ('Europe/Chisinau'),
  ('Europe/Copenhagen'),
  ('Europe/Dublin'),
  ('Europe/Gibraltar'),
  ('Europe/Guernsey'),
  ('Europe/Helsinki'),
  ('Europe/Isle_of_Man'),
  ('Europe/Istanbul'),
  ('Europe/Jersey'),
  ('Europe/Kaliningrad'),
  ('Europe/Kiev'),
  ('Europe/Kirov'),
  ('Europe/Kyiv'),
  ('Europe/Lisbon'),
  ('Europe/Ljubljana'),
  ('Europe/London'),
  ('Europe/Luxembourg'),
  ('Europe/Madrid'),
  ('Europe/Malta'),
  ('Europe/Mariehamn'),
  ('Europe/Minsk'),
  ('Europe/Monaco'),
  ('Europe/Moscow'),
  ('Europe/Nicosia'),
  ('Europe/Oslo'),
  ('Europe/Paris'),
  ('Europe/Podgorica'),
  ('Europe/Prague'),
  ('Europe/Riga'),
  ('Europe/Rome'),
  ('Europe/Samara'),
  ('Europe/San_Marino'),
  ('Europe/Sarajevo'),
  ('Europe/Saratov'),
  ('Europe/Simferopol'),
  ('Europe/Skopje'),
  ('Europe/Sofia'),
  ('Europe/Stockholm'),
  ('Europe/Tallinn'),
  ('Europe/Tirane'),
  ('Europe/Tiraspol'),
  ('Europe/Ulyanovsk'),
  ('Europe/Uzhgorod'),
  ('Europe/Vaduz'),
  ('Europe/Vatican'),
  ('Europe/Vienna'),
  ('Europe/Vilnius'),
  ('Europe/Volgograd'),
  ('Europe/Warsaw'),
  ('Europe/Zagreb'),
  ('Europe/Zaporozhye'),
  ('Europe/Zurich'),
  ('GB'),
  ('GB-Eire'),
  ('GMT'),
  ('GMT+0'),
  ('GMT-0'),
  ('GMT0'),
  ('Greenwich'),
  ('HST'),
  ('Hongkong'),
  ('Iceland'),
  ('Indian/Antananarivo'),
  ('Indian/Chagos'),
  ('Indian/Christmas'),
  ('Indian/Cocos'),
  ('Indian/Comoro'),
  ('Indian/Kerguelen'),
  ('Indian/Mahe'),
  ('Indian/Maldives'),
  ('Indian/Mauritius'),
  ('Indian/Mayotte'),
  ('Indian/Reunion'),
  ('Iran'),
  ('Israel'),
  ('Jamaica'),
  ('Japan'),
  ('Kwajalein'),
  ('Libya'),
  ('MET'),
  ('MST'),
  ('MST7MDT'),
  ('Mexico/BajaNorte'),
  ('Mexico/BajaSur'),
  ('Mexico/General'),
  ('NZ'),
  ('NZ-CHAT'),
  ('Navajo'),
  ('PRC'),
  ('PST8PDT'),
  ('Pacific/Apia'),
  ('Pacific/Auckland'),
  ('Pacific/Bougainville'),
  ('Pacific/Chatham'),
  ('Pacific/Chuuk'),
  ('Pacific/Easter'),
  ('Pacific/Efate'),
  ('Pacific/Enderbury'),
  ('Pacific/Fakaofo'),
  ('Pacific/Fiji'),
  ('Pacific/Funafuti'),
  ('Pacific/Galapagos'),
  ('Pacific/Gambier'),
  ('Pacific/Guadalcanal'),
  ('Pacific/Guam'),
  ('Pacific/Honolulu'),
  ('Pacific/Johnston'),
  ('Pacific/Kanton'),
  ('Pacific/Kiritimati'),
  ('Pacific/Kosrae'),
  ('Pacific/Kwajalein'),
  ('Pacific/Majuro'),
  ('Pacific/Marquesas'),
  ('Pacific/Midway'),
  ('Pacific/Nauru'),
  ('Pacific/Niue'),
  ('Pacific/Norfolk'),
  ('Pacific/Noumea'),
  ('Pacific/Pago_Pago'),
  ('Pacific/Palau'),
  ('Pacific/Pitcairn'),
  ('Pacific/Pohnpei'),
  ('Pacific/Ponape'),
  ('Pacific/Port_Moresby'),
  ('Pacific/Rarotonga'),
  ('Pacific/Saipan'),
  ('Pacific/Samoa'),
  ('Pacific/Tahiti'),
  ('Pacific/Tarawa'),
  ('Pacific/Tongatapu'),
  ('Pacific/Truk'),
  ('Pacific/Wake'),
  ('Pacific/Wallis'),
  ('Pacific/Yap'),
  ('Poland'),
  ('Portugal'),
  ('ROC'),
  ('ROK'),
  ('Singapore'),
  ('Turkey'),
  ('UCT'),
  ('US/Alaska'),
  ('US/Aleutian'),
  ('US/Arizona'),
  ('US/Central'),
  ('US/East-Indiana'),
  ('US/Eastern'),
  ('US/Hawaii'),
  ('US/Indiana-Starke'),
  ('US/Michigan'),
  ('US/Mountain'),
  ('US/Pacific'),
  ('US/Samoa'),
  ('UTC'),
  ('Universal'),
  ('W-SU'),
  ('WET'),
  ('Zulu')
) AS packaged (name)
WHERE name IN (SELECT name FROM pg_timezone_names)
ON CONFLICT DO NOTHING;
