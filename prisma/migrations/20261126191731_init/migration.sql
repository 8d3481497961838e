SET LOCAL check_function_bodies = off;

-- Unlogged, because every limited request writes here and the counters may be lost in a crash.
ALTER TABLE rate_limits SET UNLOGGED;

-- The user that the application acts for in this transaction. Null for the system, and for roles that may not
-- execute set_actor, such as peerloop_ops.
CREATE OR REPLACE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN has_function_privilege(session_user, 'public.set_actor(uuid)', 'EXECUTE')
    THEN nullif(current_setting('peerloop.actor_id', true), '')::uuid END
$$;

-- True if the data has exactly the properties that the specification lists for the event. Extra keys are refused
-- so that no note, name or address can be stored.
CREATE OR REPLACE FUNCTION analytics_data_fits(name analytics_event_name, data jsonb)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(data) <> 'object' THEN false ELSE NOT EXISTS (
    SELECT FROM jsonb_each(data) AS given (key, value)
      FULL JOIN jsonb_each_text(public.analytics_shape(name)) AS asked (key, kind) USING (key)
    WHERE NOT coalesce(public.analytics_value_fits(value, kind), false)
  ) END
$$;

-- The properties of each analytics event in the specification, with the type of each value.
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

-- True if a value of an analytics event has the type that its shape requires.
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

-- ISO 8601 in UTC with milliseconds: 2026-03-05T15:00:00.000Z.
CREATE OR REPLACE FUNCTION as_iso_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A timestamp in local time, with the city of the time zone: Thu 5 Mar, 10:00 New York. Short enough for a cell in
-- Studio. UTC if the person has not chosen a time zone.
CREATE OR REPLACE FUNCTION as_local_time(moment timestamptz, zone text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE coalesce(zone, 'UTC'), 'Dy FMDD Mon, HH24:MI ')
    || replace(substring(coalesce(zone, 'UTC') FROM '[^/]+$'), '_', ' ')
$$;

-- A price in the currency's usual format: 25.00 USD, 2500 JPY. Decimal places match the product's pages.
CREATE OR REPLACE FUNCTION as_price(cents integer, currency text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN currency = ANY (string_to_array('afn all bif clp cop djf gnf huf idr iqd irr isk jpy kmf kpw krw lak lbp mga mmk pkr '
      || 'pyg rwf sll sos syp ugx vnd vuv xaf xof xpf yer', ' ')) THEN cents::text
    WHEN currency IN ('bhd', 'jod', 'kwd', 'lyd', 'omr', 'tnd') THEN to_char(cents / 1000.0, 'FM9999999990.000')
    ELSE to_char(cents / 100.0, 'FM9999999990.00')
  END || ' ' || upper(currency)
$$;

-- A timestamp in messages to ops: 5 March 2026, 15:00 UTC.
CREATE OR REPLACE FUNCTION as_sentence_time(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'FMDD FMMonth YYYY, HH24:MI "UTC"')
$$;

-- Locks the person before the overlap check, so that concurrent edits of one person's hours are serialized.
CREATE OR REPLACE FUNCTION availability_lock_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION availability_lock_person() FROM PUBLIC;

-- The claims of a person that overlap a range, as JSON intervals, or null. Holds that have expired by the given time
-- claim nothing.
CREATE OR REPLACE FUNCTION busy_times(person uuid, at timestamptz, range_start timestamptz, range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_agg(interval_json(starts_at, ends_at)) FROM calendar_claims
    WHERE user_id = person AND starts_at < range_end AND ends_at > range_start
      AND (hold_expires_at IS NULL OR hold_expires_at > at));
END
$$;

-- True if a session keeps its two people busy until it ends. This includes a session completed early and a session
-- cancelled after it started, because nobody was offered the rest of that time. It excludes sessions cancelled
-- earlier and expired holds.
CREATE OR REPLACE FUNCTION claims_time(booked sessions) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT booked.uses_session OR (booked.status = 'cancelled' AND booked.timed_at >= booked.scheduled_start)
$$;

-- What the STs of a course offer to one student, as JSON: the course, the student's enrollment and claims, and the
-- STs with their rules and calendars. With an ST, only that one, active or not; the course may then be null. Without
-- one, the active STs except the student, at most 100. Claims are those in the range, or up to the booking horizon if
-- it is null. Returns null if there is no such course or ST. PL/pgSQL, so that each connection plans the queries once.
CREATE OR REPLACE FUNCTION course_offers(student uuid, of_course uuid, of_st uuid, at timestamptz, range_start timestamptz,
  range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  course_row courses;
  enrollment json;
  sts json;
BEGIN
  SELECT courses.* INTO course_row FROM courses
  WHERE id = coalesce(of_course, (SELECT course_id FROM student_teachers WHERE id = of_st));
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  SELECT json_build_object('id', e.id, 'status', e.status, 'deferredAt', e.deferred_at, 'sessionCount', e.session_count,
    'sessionsLeft', sessions_left(e, at))
  INTO enrollment FROM enrollments AS e WHERE e.course_id = course_row.id AND e.student_id = student;

  SELECT json_agg(json_build_object(
    'id', st.id, 'isActive', st.is_active, 'studentsTaught', st.students_taught, 'rating', st.rating,
    'user', json_build_object('id', person.id, 'name', person.name, 'avatarUrl', person.avatar_url,
      'timezone', person.timezone, 'bio', person.bio),
    'rules', json_build_object('sessionMinutes', course_row.session_minutes, 'bufferMinutes', st.buffer_minutes,
      'slotStepMinutes', st.slot_step_minutes, 'minNoticeHours', st.min_notice_hours,
      'bookingHorizonDays', st.booking_horizon_days),
    'calendar', personal_calendar(person.id, at, coalesce(range_start, at),
      coalesce(range_end, at + make_interval(days => st.booking_horizon_days + 2)))))
  INTO sts
  FROM (
    SELECT * FROM student_teachers AS of_this_course
    WHERE of_this_course.course_id = course_row.id
      AND CASE WHEN of_st IS NULL THEN is_active AND user_id <> student ELSE id = of_st END
    ORDER BY of_this_course.id LIMIT 100
  ) AS st JOIN users AS person ON person.id = st.user_id;
  IF of_st IS NOT NULL AND sts IS NULL THEN
    RETURN NULL;
  END IF;

  RETURN json_build_object(
    'course', json_build_object('id', course_row.id, 'title', course_row.title, 'description', course_row.description,
      'sessionCount', course_row.session_count, 'sessionMinutes', course_row.session_minutes,
      'pricePerSessionCents', course_row.price_per_session_cents, 'currency', course_row.currency),
    'enrollment', enrollment,
    'ownStId', (SELECT id FROM student_teachers WHERE course_id = course_row.id AND user_id = student),
    'studentClaims', busy_times(student, at, coalesce(range_start, at), coalesce(range_end, 'infinity')),
    'sts', sts);
END
$$;

-- The courses of one person as JSON, fifty of each kind at most: those they take, newest enrollment first, those they
-- teach, and all others, by title. A list without rows is null.
CREATE OR REPLACE FUNCTION courses_of(person uuid, at timestamptz) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'enrolled', (
      SELECT json_agg(row_to_json(enrolled)) FROM (
        SELECT e.id, e.deferred_at AS "deferredAt", e.session_count AS "sessionCount",
          sessions_left(e, at) AS "sessionsLeft", json_build_object('id', c.id, 'title', c.title) AS course
        FROM enrollments AS e JOIN courses AS c ON c.id = e.course_id
        WHERE e.student_id = person AND e.status = 'active' ORDER BY e.id DESC LIMIT 50) AS enrolled),
    'taught', (
      SELECT json_agg(row_to_json(taught)) FROM (
        SELECT st.id AS "stId", st.is_active AS "isActive", json_build_object('id', c.id, 'title', c.title) AS course
        FROM student_teachers AS st JOIN courses AS c ON c.id = st.course_id
        WHERE st.user_id = person ORDER BY c.title LIMIT 50) AS taught),
    'others', (
      SELECT json_agg(row_to_json(other)) FROM (
        SELECT c.id, c.title, c.description, c.session_count AS "sessionCount", c.session_minutes AS "sessionMinutes",
          c.price_per_session_cents AS "pricePerSessionCents", c.currency
        FROM courses AS c
        WHERE NOT EXISTS (SELECT FROM enrollments WHERE course_id = c.id AND student_id = person)
          AND NOT EXISTS (SELECT FROM student_teachers WHERE course_id = c.id AND user_id = person)
        ORDER BY c.title LIMIT 50) AS other));
END
$$;

-- The only clock of the database objects: hold expiry, event times and due times. A wrong clock on an application
-- server cannot affect them. Tests and the demo data replace this function to set the time.
CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT clock_timestamp()
$$;

-- The database maintains sessions_used and deferrals, starting at zero, and sets deferred_at from its own clock.
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

-- No session outlives its enrollment. Cancelling an enrollment cancels its upcoming sessions and holds, and
-- notifies both people. An enrollment with held or scheduled sessions cannot be completed.
CREATE OR REPLACE FUNCTION enrollments_end() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  to_come integer;
BEGIN
  IF NEW.status = 'cancelled' THEN
    -- An edit of a session holds the session lock and waits for this enrollment. Waiting for it would deadlock.
    BEGIN
      PERFORM FROM sessions
        WHERE enrollment_id = NEW.id AND status IN ('pending_payment', 'scheduled')
          AND scheduled_start > database_now()
        FOR NO KEY UPDATE NOWAIT;
    EXCEPTION WHEN lock_not_available THEN
      RAISE EXCEPTION 'Someone else is changing a session of this enrollment.'
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
    RAISE EXCEPTION 'This enrollment still has held or scheduled sessions (%), so it cannot be completed.', to_come
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Wait for them or cancel them. To end the enrollment now, set its status to cancelled, which also cancels its sessions.';
  END IF;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_end() FROM PUBLIC;

-- If recording "Schedule Later" fails, the choice of the student is kept.
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

-- Plans one email per choice of "Schedule Later", and voids it if the student books first.
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

-- True if a text contains a line break or another control character, which would allow header injection in emails,
-- or a mark that changes the text direction, which could make one name look like another.
CREATE OR REPLACE FUNCTION has_control_character(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT value ~ '[\x01-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]'
$$;

-- True if a session with this status takes time and counts against the enrollment. Completed sessions do;
-- cancelled sessions and expired holds do not.
CREATE OR REPLACE FUNCTION holds_time(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled', 'completed', 'no_show')
$$;

-- A start and an end as a JSON pair of milliseconds since 1970.
CREATE OR REPLACE FUNCTION interval_json(starts_at timestamptz, ends_at timestamptz) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_array(trunc(extract(epoch FROM starts_at) * 1000)::bigint, trunc(extract(epoch FROM ends_at) * 1000)::bigint)
$$;

-- True if a text is one email address in lower case, with nothing around it. The same rule as emailAddress in
-- lib/users/schema.ts, so that everyone who is stored can sign in. Domains of other alphabets are in punycode.
CREATE OR REPLACE FUNCTION is_email_address(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT char_length(value) <= 320
    AND value ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$'
$$;

-- True if an ISO 8601 text is a valid date and time: 2026-02-30 is not.
CREATE OR REPLACE FUNCTION is_moment(value text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN value::timestamptz IS NOT NULL;
EXCEPTION WHEN data_exception THEN
  RETURN false;
END
$$;

-- Refuses DELETE and TRUNCATE on tables that keep history.
CREATE OR REPLACE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are kept as history and cannot be deleted.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Change the status instead, for example to cancelled.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_history() FROM PUBLIC;

-- Prevents changes of an id, because links, invites and history refer to it.
CREATE OR REPLACE FUNCTION keep_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The id of a row in % cannot be changed.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'Change other columns, or add a new row.';
END
$$;
REVOKE EXECUTE ON FUNCTION keep_id() FROM PUBLIC;

-- Leases one due notification to one dispatcher. No other dispatcher gets it before the lease expires. Returns no
-- row if none is due.
CREATE OR REPLACE FUNCTION lease_notification(lease interval)
RETURNS TABLE (id uuid, attempts integer, first_attempted_at timestamptz, leased_until timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  -- Whole milliseconds, because a JavaScript Date has no more precision.
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

-- Minutes since midnight of a time HH:MM; 24:00 is 1440.
CREATE OR REPLACE FUNCTION minute_of_day(clock text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT split_part(clock, ':', 1)::integer * 60 + split_part(clock, ':', 2)::integer
$$;

-- A notification is sent at most once, with its original subject, recipient, kind and due time. Sent is final, and
-- only failed can be retried. Ops can only retry; the dispatcher uses functions that run as the table owner.
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
    RAISE EXCEPTION 'This change to a % notification is not allowed.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'You can only retry a failed notification: set its status to pending.';
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

-- Applies an edit of the view to sessions, with the editor's privileges and the same rules. Updates only the
-- columns that the edit changed, so that it does not overwrite concurrent edits of other columns.
CREATE OR REPLACE FUNCTION ops_sessions_edit() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - ARRAY['status', 'scheduled_start'] <> to_jsonb(OLD) - ARRAY['status', 'scheduled_start'] THEN
    RAISE EXCEPTION 'Only status and scheduled_start can be changed here.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Change other columns in the table that stores them: sessions, users or courses.';
  END IF;
  UPDATE sessions AS booked
    SET status = CASE WHEN NEW.status IS DISTINCT FROM OLD.status THEN NEW.status ELSE booked.status END,
      scheduled_start = CASE WHEN NEW.scheduled_start IS DISTINCT FROM OLD.scheduled_start
        THEN NEW.scheduled_start ELSE booked.scheduled_start END
    WHERE id = OLD.id;
  -- Studio shows the returned row, so return it with all derived changes.
  SELECT * INTO NEW FROM ops_sessions WHERE id = OLD.id;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION ops_sessions_edit() FROM PUBLIC;

-- A payment moves only forward: from open to any status, from expired to paid, from paid to refunded. Its session,
-- checkout, amount and currency never change.
CREATE OR REPLACE FUNCTION payments_check_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.session_id, NEW.stripe_checkout_id, NEW.amount_cents, NEW.currency)
       IS DISTINCT FROM (OLD.session_id, OLD.stripe_checkout_id, OLD.amount_cents, OLD.currency)
     OR NOT (NEW.status = OLD.status OR OLD.status = 'open'
       OR (OLD.status = 'expired' AND NEW.status = 'paid')
       OR (OLD.status = 'paid' AND NEW.status = 'refunded')) THEN
    RAISE EXCEPTION 'This change to a % payment is not allowed.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Payments follow Stripe. Refund the payment in Stripe.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION payments_check_change() FROM PUBLIC;

-- A person's weekly windows, exceptions and claims as JSON. PL/pgSQL, so that each connection plans the queries
-- once. Recent time off still determines the slot grid of a long available interval; it is read relative to the
-- given time and not to the range, so that listing and booking use the same grid.
CREATE OR REPLACE FUNCTION personal_calendar(person uuid, at timestamptz, range_start timestamptz, range_end timestamptz)
RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  weekly_windows json;
  time_off json;
  extra_windows json;
BEGIN
  SELECT json_agg(json_build_object('dayOfWeek', day_of_week, 'startTime', start_time, 'endTime', end_time,
    'timeZone', timezone))
  INTO weekly_windows FROM availability WHERE user_id = person;
  SELECT json_agg(interval_json(starts_at, ends_at)) FILTER (WHERE kind = 'time_off'),
    json_agg(interval_json(starts_at, ends_at)) FILTER (WHERE kind = 'extra_hours')
  INTO time_off, extra_windows FROM availability_exceptions
  WHERE user_id = person AND ends_at > at - interval '60 days' AND starts_at < range_end;
  RETURN json_build_object('weeklyWindows', weekly_windows, 'timeOff', time_off, 'extraWindows', extra_windows,
    'claims', busy_times(person, at, range_start, range_end));
END
$$;

-- Adds each due reminder to the outbox once and returns the number added. Called every minute. Skips a reminder
-- that was already due when the time was agreed, or that the next reminder has overtaken. The ST always gets
-- reminders; the student can opt out.
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
  -- A session lasts at most a day, so one that starts within a day ends within two.
  WHERE booked.status = 'scheduled' AND booked.scheduled_end > moment
    AND booked.scheduled_end <= moment + interval '48 hours'
    AND booked.scheduled_start - reminder.lead <= moment
    AND booked.scheduled_start - reminder.useless_from > moment
    AND booked.timed_at < booked.scheduled_start - reminder.lead
    AND person.wants_it
  -- A fixed order, so that concurrent runs wait for each other instead of deadlocking.
  ORDER BY booked.id, person.id, reminder.kind
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS planned = ROW_COUNT;
  RETURN planned;
END
$$;
REVOKE EXECUTE ON FUNCTION plan_due_reminders() FROM PUBLIC;

-- Adds one email about a session to the outbox, due now, once per version, recipient and kind.
CREATE OR REPLACE FUNCTION plan_notice(booked sessions, recipient uuid, kind notification_kind)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES (kind, 'session', booked.id, recipient, booked.sequence, database_now(), database_now())
  ON CONFLICT DO NOTHING
$$;
REVOKE EXECUTE ON FUNCTION plan_notice(sessions, uuid, notification_kind) FROM PUBLIC;

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

-- Deletes claims of ended sessions, so that the exclusion index stays small. Returns the number deleted.
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

-- An anonymized person cannot learn, teach or write again. The first argument names the column with the person's
-- id. Locks the person, so that this waits for a concurrent anonymize_user. With 'nowait' it fails instead of
-- waiting, because a booking may hold the person's lock and wait for the row being changed here.
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
      RAISE EXCEPTION 'Someone else is booking or changing a session of this person.'
        USING ERRCODE = 'lock_not_available', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
          HINT = 'Try again.';
    END;
  END IF;
  IF EXISTS (SELECT FROM users WHERE id = person AND anonymized_at IS NOT NULL) THEN
    RAISE EXCEPTION 'This person was anonymized. That cannot be undone.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If the person returns, add a new user.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION require_present_person() FROM PUBLIC;

-- Retention periods. This is the only place that defines them.
CREATE OR REPLACE FUNCTION retention_periods()
RETURNS TABLE (what text, period interval) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('sent or voided notifications', interval '13 months'),
    ('expired sign-in links', interval '1 day'),
    ('analytics events', interval '13 months'),
    ('Stripe events', interval '90 days'),
    ('expired rate limits', interval '0')
$$;

-- A session starts as a hold or as scheduled, in the future. Later changes must stay consistent with what both
-- people were told.
CREATE OR REPLACE FUNCTION sessions_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  refusal text;
  advice text;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status NOT IN ('pending_payment', 'scheduled') THEN
    refusal := format('A new session cannot be %s.', NEW.status);
    advice := 'Add it as scheduled. Change its status after it has started.';
  ELSIF TG_OP = 'UPDATE' AND NEW.enrollment_id <> OLD.enrollment_id THEN
    -- A student has one enrollment per course, so a different enrollment means a different student or course.
    refusal := 'A session cannot change its student or course.';
    advice := 'Cancel it and add a new one for the other enrollment. Everyone involved is notified.';
  ELSIF TG_OP = 'UPDATE' AND NOT may_become(OLD.status, NEW.status) THEN
    refusal := format('This session is %s, so it cannot become %s.', OLD.status, NEW.status);
    advice := CASE OLD.status
      WHEN 'scheduled' THEN 'To cancel it, set its status to cancelled. Both people are notified.'
      WHEN 'pending_payment' THEN 'Set its status to scheduled first, which requires a payment or a waiver.'
      ELSE 'To reopen it, set its status to scheduled.'
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
    refusal := 'The idempotency key of a session cannot be changed.';
    advice := 'Leave idempotency_key as it is.';
  ELSIF NEW.status IN ('completed', 'no_show') AND NEW.scheduled_start > moment THEN
    refusal := format('This session starts on %s, so it cannot be %s before then.',
      as_sentence_time(NEW.scheduled_start), NEW.status);
    advice := 'To cancel it, set its status to cancelled. Both people are notified.';
  ELSIF TG_OP = 'UPDATE' AND claims_time(OLD) AND OLD.status <> 'pending_payment' AND OLD.scheduled_start <= moment
      AND ((NEW.st_id, NEW.scheduled_start) IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start)
        OR NEW.buffer_minutes < OLD.buffer_minutes
        OR NEW.scheduled_end < OLD.scheduled_end
        OR (NEW.scheduled_end <> OLD.scheduled_end AND OLD.scheduled_end <= moment)) THEN
    -- Both people are busy until it ends, and taught sessions are history.
    refusal := 'This session has started, so it cannot be moved, shortened or reassigned.';
    advice := 'Add a new session instead.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'scheduled' AND OLD.status IN ('completed', 'no_show')
      AND OLD.scheduled_end <= moment THEN
    refusal := format('This session has ended, so it cannot go from %s back to scheduled.', OLD.status);
    advice := 'Set its status to completed, no_show or cancelled, or add a new session.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status NOT IN ('pending_payment', 'scheduled')
      AND (NEW.st_id, NEW.scheduled_start, NEW.scheduled_end)
        IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start, OLD.scheduled_end) THEN
    refusal := format('This session is %s, so it cannot be moved or reassigned.', NEW.status);
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

-- Claims the teacher's time with the buffer and the student's without it. The exclusion constraint on claims
-- refuses overlaps. sessions_lock_people has locked both people before this runs.
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

-- A student cannot use more sessions than the enrollment includes. One statement checks and raises the count, so
-- two concurrent bookings cannot both take the last session, at any isolation level.
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
        HINT = 'Set the status of the enrollment to active first.';
  END IF;
  RAISE EXCEPTION 'All % sessions of this enrollment are used.', enrolled.session_count
    USING ERRCODE = 'PL001', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'To extend the enrollment, raise its session_count.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_count() FROM PUBLIC;

-- Maintains students_taught: the number of students with a completed session. Updating the ST's row first locks
-- it, so that two concurrent completions count a student once, at any isolation level. Runs BEFORE UPDATE, so that
-- the second row of a statement sees the first.
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

-- Fills in the columns that follow from others. Course, student and teacher come from the enrollment and the ST, the
-- price from the course at booking, the buffer from the ST, and the hold's expiry from the database clock and the
-- start. The end comes from the session length of the course, and from the length so far if only the start moves; a
-- different end can be typed. The sequence increases by one per version, because calendars ignore invites with a
-- lower SEQUENCE. timed_at is when the time was agreed or, for a hold, when it started.
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
    RAISE EXCEPTION 'Unknown enrollment, or this Student-Teacher does not teach its course.'
      USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Copy enrollment_id from enrollments and st_id from student_teachers, both for the same course.';
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

-- The sessions of an enrollment that can still be booked. The database counts a hold that has run out until it expires
-- it, within a minute; here it does not count.
CREATE OR REPLACE FUNCTION sessions_left(enrollment enrollments, at timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT enrollment.session_count - enrollment.sessions_used + (
    SELECT count(*)::integer FROM sessions
    WHERE enrollment_id = enrollment.id AND status = 'pending_payment' AND hold_expires_at <= at)
$$;

-- Serializes bookings per person. Locks both people, lowest id first, before claims are written, so that
-- concurrent bookings wait instead of deadlocking. Then expires these people's lapsed holds, except those that
-- another transaction is changing.
CREATE OR REPLACE FUNCTION sessions_lock_people() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id IN (NEW.teacher_id, NEW.student_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE sessions SET status = 'expired' WHERE id IN (
    SELECT id FROM sessions
    WHERE status = 'pending_payment' AND hold_expires_at <= database_now() AND id <> NEW.id
      AND (teacher_id IN (NEW.teacher_id, NEW.student_id) OR student_id IN (NEW.teacher_id, NEW.student_id))
    -- A transaction that is changing a hold may be waiting for these people. Waiting for it would deadlock.
    FOR NO KEY UPDATE SKIP LOCKED);
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_lock_people() FROM PUBLIC;

-- Records the analytics events of a booking, and of the payment of a hold. If that fails, the session is kept.
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

-- Plans the emails about a change in the same transaction, and voids pending ones that are outdated. A pending
-- cancellation is voided only if the session is scheduled again, and only for its current people: a former ST must
-- still receive it.
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

-- Records every change of a session as an event, with the database clock, the acting user and the database role.
-- An expired hold has no actor, even if another user's booking expires it.
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

-- A session can be booked with or reassigned to an active ST only. Existing sessions of an inactive ST stay. The
-- lock makes a booking wait for a concurrent deactivation.
CREATE OR REPLACE FUNCTION sessions_require_active_st() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  active boolean;
BEGIN
  SELECT is_active INTO active FROM student_teachers WHERE id = NEW.st_id FOR SHARE;
  IF NOT active THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Set is_active to true first, or choose another Student-Teacher.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_active_st() FROM PUBLIC;

-- A session with a price is a hold until it is paid or payment is waived.
CREATE OR REPLACE FUNCTION sessions_require_payment() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.price_cents IS NULL OR NEW.payment_waiver IS NOT NULL
     OR NEW.status NOT IN ('scheduled', 'completed', 'no_show')
     OR EXISTS (SELECT FROM payments WHERE session_id = NEW.id AND status = 'paid') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'This session has a price and is not paid.'
    USING ERRCODE = 'PL004', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'To waive payment, write the reason into payment_waiver, for example: paid by invoice.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_payment() FROM PUBLIC;

-- Sets the acting user for this transaction. acting_user() ignores the setting for roles that may not execute this
-- function.
CREATE OR REPLACE FUNCTION set_actor(actor uuid) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('peerloop.actor_id', coalesce(actor::text, ''), true)
$$;
REVOKE EXECUTE ON FUNCTION set_actor(uuid) FROM PUBLIC;

-- Plans the email that carries the sign-in link.
CREATE OR REPLACE FUNCTION sign_in_links_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES ('sign-in', 'sign_in_link', NEW.id, NEW.user_id, 0, database_now(), database_now());
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sign_in_links_notify() FROM PUBLIC;

-- An anonymized person has no address to send to.
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

-- students_taught starts at zero and is maintained by sessions_count_taught.
CREATE OR REPLACE FUNCTION student_teachers_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.students_taught := 0;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION student_teachers_derive() FROM PUBLIC;

-- Deletes the sign-in links of a person that are not used yet, because each could start a new sign-in.
CREATE OR REPLACE FUNCTION users_sign_out_everywhere() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sign_in_links WHERE user_id = NEW.id AND used_at IS NULL;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION users_sign_out_everywhere() FROM PUBLIC;

-- An anonymized person cannot be changed, so that personal data does not return.
CREATE OR REPLACE FUNCTION users_stay_anonymized() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'This person was anonymized. That cannot be undone.'
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'If the person returns, add a new user.';
END
$$;
REVOKE EXECUTE ON FUNCTION users_stay_anonymized() FROM PUBLIC;

ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_course_is_the_datas CHECK (data ->> 'course_id' = course_id::text);
COMMENT ON CONSTRAINT analytics_events_course_is_the_datas ON analytics_events IS
  'course_id must match the course_id in data.';

-- Extra or missing properties are refused, so that no personal data is stored.
ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_data_fits_the_event CHECK (analytics_data_fits(name, data));
COMMENT ON CONSTRAINT analytics_events_data_fits_the_event ON analytics_events IS
  'data must have exactly the properties that the specification lists for this event.';

ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_st_is_the_datas CHECK (data ->> 'st_id' = st_id::text);
COMMENT ON CONSTRAINT analytics_events_st_is_the_datas ON analytics_events IS
  'st_id must match the st_id in data.';

ALTER TABLE availability_exceptions ADD CONSTRAINT availability_exceptions_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT availability_exceptions_start_is_before_end ON availability_exceptions IS
  'The start must be before the end.';

ALTER TABLE availability ADD CONSTRAINT availability_start_is_before_end CHECK (start_time COLLATE "C" < end_time COLLATE "C");
COMMENT ON CONSTRAINT availability_start_is_before_end ON availability IS
  'The start must be before the end. Split a window that crosses midnight: until 24:00, and from 00:00 on the next day.';

ALTER TABLE availability ADD CONSTRAINT availability_times_are_clock_times CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$');
COMMENT ON CONSTRAINT availability_times_are_clock_times ON availability IS
  'Write times as HH:MM, from 00:00 to 23:59. The end may be 24:00.';

ALTER TABLE availability ADD CONSTRAINT availability_windows_do_not_overlap EXCLUDE USING gist (
  user_id WITH =, day_of_week WITH =, int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&
);
COMMENT ON CONSTRAINT availability_windows_do_not_overlap ON availability IS
  'This window overlaps another window of this person on the same weekday. Shorten one of them.';

-- Prevents double booking. One constraint covers teachers, students, holds, and people who are both.
ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_no_person_in_two_places EXCLUDE USING gist (
  user_id WITH =, tstzrange(starts_at, ends_at) WITH &&
);
COMMENT ON CONSTRAINT calendar_claims_no_person_in_two_places ON calendar_claims IS
  'One of the two people has another session at this time. Choose another time or Student-Teacher, or change the other session first.';

ALTER TABLE calendar_claims ADD CONSTRAINT calendar_claims_start_is_before_end CHECK (starts_at < ends_at);
COMMENT ON CONSTRAINT calendar_claims_start_is_before_end ON calendar_claims IS
  'The start must be before the end.';

ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT calendar_feeds_token_hash_is_a_sha256 ON calendar_feeds IS
  'Feeds can be created only on the settings page. To revoke one, delete the row.';

ALTER TABLE courses ADD CONSTRAINT courses_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT courses_currency_is_a_code ON courses IS
  'Write the currency as a lower-case ISO 4217 code, such as usd.';

ALTER TABLE courses ADD CONSTRAINT courses_price_is_not_negative CHECK (price_per_session_cents >= 0);
COMMENT ON CONSTRAINT courses_price_is_not_negative ON courses IS
  'The price cannot be negative. Leave it empty if sessions are included in the course.';

ALTER TABLE courses ADD CONSTRAINT courses_session_count_is_positive CHECK (session_count > 0);
COMMENT ON CONSTRAINT courses_session_count_is_positive ON courses IS
  'A course must include at least one session.';

ALTER TABLE courses ADD CONSTRAINT courses_session_minutes_are_sane CHECK (session_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT courses_session_minutes_are_sane ON courses IS
  'The session length must be between 5 and 480 minutes.';

-- Titles appear in email subjects.
ALTER TABLE courses ADD CONSTRAINT courses_title_is_present CHECK (title ~ '\S' AND char_length(title) <= 200 AND NOT has_control_character(title));
COMMENT ON CONSTRAINT courses_title_is_present ON courses IS
  'The title must have 1 to 200 characters on one line. Remove line breaks, control characters and text direction marks.';

ALTER TABLE enrollments ADD CONSTRAINT enrollments_sessions_used_fit CHECK (sessions_used BETWEEN 0 AND session_count);
COMMENT ON CONSTRAINT enrollments_sessions_used_fit ON enrollments IS
  'session_count cannot be less than sessions_used. Cancel sessions first.';

ALTER TABLE notifications ADD CONSTRAINT notifications_attempts_are_not_negative CHECK (attempts >= 0);
COMMENT ON CONSTRAINT notifications_attempts_are_not_negative ON notifications IS
  'attempts cannot be negative.';

ALTER TABLE notifications ADD CONSTRAINT notifications_that_failed_say_why CHECK (status <> 'failed' OR last_error IS NOT NULL);
COMMENT ON CONSTRAINT notifications_that_failed_say_why ON notifications IS
  'A failed notification needs a reason in last_error.';

ALTER TABLE payments ADD CONSTRAINT payments_amount_is_not_negative CHECK (amount_cents >= 0);
COMMENT ON CONSTRAINT payments_amount_is_not_negative ON payments IS
  'The amount cannot be negative.';

ALTER TABLE payments ADD CONSTRAINT payments_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');
COMMENT ON CONSTRAINT payments_currency_is_a_code ON payments IS
  'Write the currency as a lower-case ISO 4217 code, such as usd.';

ALTER TABLE sessions ADD CONSTRAINT sessions_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT sessions_buffer_is_not_negative ON sessions IS
  'The buffer must be between 0 and 1440 minutes.';

ALTER TABLE sessions ADD CONSTRAINT sessions_hold_has_an_end CHECK ((status = 'pending_payment') = (hold_expires_at IS NOT NULL));
COMMENT ON CONSTRAINT sessions_hold_has_an_end ON sessions IS
  'Only a session with status pending_payment has hold_expires_at, and it must have one.';

-- A hold lasts at most 24 hours in total, even if it is extended. timed_at is when it started.
ALTER TABLE sessions ADD CONSTRAINT sessions_hold_lasts_a_day_at_most CHECK (hold_expires_at <= timed_at + interval '24 hours');
COMMENT ON CONSTRAINT sessions_hold_lasts_a_day_at_most ON sessions IS
  'A hold can last at most 24 hours from its start. Choose an earlier hold_expires_at.';

ALTER TABLE sessions ADD CONSTRAINT sessions_last_a_day_at_most CHECK (scheduled_end <= scheduled_start + interval '24 hours');
COMMENT ON CONSTRAINT sessions_last_a_day_at_most ON sessions IS
  'A session can last at most 24 hours. To move it, change only scheduled_start. The length stays the same.';

ALTER TABLE sessions ADD CONSTRAINT sessions_note_is_short CHECK (char_length(note) <= 1000);
COMMENT ON CONSTRAINT sessions_note_is_short ON sessions IS
  'A note can have at most 1000 characters.';

ALTER TABLE sessions ADD CONSTRAINT sessions_price_has_a_currency CHECK ((price_cents IS NULL) = (currency IS NULL) AND price_cents > 0);
COMMENT ON CONSTRAINT sessions_price_has_a_currency ON sessions IS
  'A price must be positive and have a currency. A session without a price has neither.';

ALTER TABLE sessions ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end);
COMMENT ON CONSTRAINT sessions_start_is_before_end ON sessions IS
  'The start must be before the end. To move a session, change only scheduled_start. The length stays the same.';

ALTER TABLE sessions ADD CONSTRAINT sessions_teacher_is_not_the_student CHECK (teacher_id <> student_id);
COMMENT ON CONSTRAINT sessions_teacher_is_not_the_student ON sessions IS
  'The student and the teacher cannot be the same person. Choose another Student-Teacher.';

ALTER TABLE sessions ADD CONSTRAINT sessions_waiver_says_why CHECK (payment_waiver ~ '\S' AND char_length(payment_waiver) <= 200);
COMMENT ON CONSTRAINT sessions_waiver_says_why ON sessions IS
  'payment_waiver must give a reason in 1 to 200 characters.';

ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_are_used_in_time CHECK (used_at < expires_at);
COMMENT ON CONSTRAINT sign_in_links_are_used_in_time ON sign_in_links IS
  'An expired sign-in link cannot be used. Request a new one on the sign-in page.';

ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_last_ten_minutes_at_most CHECK (created_at < expires_at AND expires_at <= created_at + interval '10 minutes');
COMMENT ON CONSTRAINT sign_in_links_last_ten_minutes_at_most ON sign_in_links IS
  'A sign-in link can last at most 10 minutes.';

ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32);
COMMENT ON CONSTRAINT sign_in_links_token_hash_is_a_sha256 ON sign_in_links IS
  'Sign-in links can be created only on the sign-in page.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440);
COMMENT ON CONSTRAINT student_teachers_buffer_is_not_negative ON student_teachers IS
  'The buffer must be between 0 and 1440 minutes.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_horizon_is_sane CHECK (booking_horizon_days BETWEEN 1 AND 365);
COMMENT ON CONSTRAINT student_teachers_horizon_is_sane ON student_teachers IS
  'booking_horizon_days must be between 1 and 365.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_notice_is_not_negative CHECK (min_notice_hours BETWEEN 0 AND 8760);
COMMENT ON CONSTRAINT student_teachers_notice_is_not_negative ON student_teachers IS
  'min_notice_hours must be between 0 and 8760.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_rating_is_one_to_five CHECK (rating BETWEEN 1 AND 5);
COMMENT ON CONSTRAINT student_teachers_rating_is_one_to_five ON student_teachers IS
  'The rating must be between 1 and 5. Leave it empty until there are reviews.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slot_step_is_sane CHECK (slot_step_minutes BETWEEN 5 AND 480);
COMMENT ON CONSTRAINT student_teachers_slot_step_is_sane ON student_teachers IS
  'slot_step_minutes must be between 5 and 480.';

-- A page must be able to show all slots of an ST. Written as a product of bigints so that no value overflows.
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_slots_fit_a_page CHECK (booking_horizon_days::bigint * 1440 <= slot_step_minutes::bigint * 20000);
COMMENT ON CONSTRAINT student_teachers_slots_fit_a_page ON student_teachers IS
  'This horizon and step give over 20000 slots, more than a page can show. Lower booking_horizon_days or raise slot_step_minutes.';

ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_students_taught_is_not_negative CHECK (students_taught >= 0);
COMMENT ON CONSTRAINT student_teachers_students_taught_is_not_negative ON student_teachers IS
  'students_taught cannot be negative.';

-- Lower case only, so that the unique index ignores case.
ALTER TABLE users ADD CONSTRAINT users_email_is_plain CHECK (is_email_address(email));
COMMENT ON CONSTRAINT users_email_is_plain ON users IS
  'Write one email address in lower case, such as name@example.com.';

-- Names appear in email subjects.
ALTER TABLE users ADD CONSTRAINT users_name_is_present CHECK (name ~ '\S' AND char_length(name) <= 200 AND NOT has_control_character(name));
COMMENT ON CONSTRAINT users_name_is_present ON users IS
  'The name must have 1 to 200 characters on one line. Remove line breaks, control characters and text direction marks.';

-- Finds refused bookings, which are few, without reading other events.
CREATE INDEX analytics_events_failures ON analytics_events (occurred_at) WHERE name = 'booking_failed';

-- A session counts as one success, even if it is confirmed twice.
CREATE UNIQUE INDEX analytics_events_one_success_per_session ON analytics_events ((data ->> 'session_id'))
  WHERE name = 'booking_success';

-- Lets anonymize_user find a person's delivery errors without reading all notifications.
CREATE INDEX notifications_with_an_error ON notifications (recipient_id) WHERE last_error IS NOT NULL;

-- Lets Studio page through sessions in time order without a sort.
CREATE INDEX sessions_by_start ON sessions (scheduled_start);

-- A form or API key stands for one session forever, so that a late retry cannot book a second one after a
-- cancellation.
CREATE UNIQUE INDEX sessions_idempotency_key ON sessions (student_id, idempotency_key);
COMMENT ON INDEX sessions_idempotency_key IS
  'Another session of this student has this idempotency_key. Leave it empty.';

-- Finds lapsed holds without reading other sessions.
CREATE INDEX sessions_open_holds ON sessions (hold_expires_at) WHERE status = 'pending_payment';

-- Booking funnel per day (UTC) and course, over the last 90 days. A later step counts for the steps before it,
-- because shared links and the API skip steps.
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
  'Number of distinct people who reached each step, per day (UTC) and course, over the last 90 days. A later step counts for the steps before it.';

-- Share of booking attempts rejected because the slot was no longer free. 0 is perfect.
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
  'Share of booking attempts rejected because the slot was no longer free, per day (UTC) and course, over the last 90 days. 0 is perfect.';

-- Overview of all people: contact, courses they learn and teach, and the number of upcoming sessions.
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
  'Overview of all people. You can change name, email and timezone here. For anything else, copy the id and filter enrollments or student_teachers by it.';

-- Overview of all sessions. Studio sorts columns by name, so the names put the most important ones first. Counting
-- rows reads only sessions: PostgreSQL skips the left joins, which match at most one row, and unused subqueries.
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
  'Overview of all sessions. You can change only status and scheduled_start here. Change anything else in the sessions table.';

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

-- Refused bookings of the last 90 days, with the requested time and ST and the error code.
CREATE OR REPLACE VIEW refused_bookings WITH (security_invoker = true) AS
  SELECT failed.id, failed.occurred_at, failed.viewer_id AS student_id, student.name AS student, courses.title AS course,
    failed.st_id, teacher.name AS teacher, (attempted.data ->> 'datetime')::timestamptz AS wanted_start,
    failed.data ->> 'error_type' AS error_type
  FROM analytics_events AS failed
    JOIN users AS student ON student.id = failed.viewer_id
    JOIN courses ON courses.id = failed.course_id
    LEFT JOIN student_teachers AS st ON st.id = failed.st_id
    LEFT JOIN users AS teacher ON teacher.id = st.user_id
    -- bookSession writes the attempt just before the failure, with the same time.
    LEFT JOIN LATERAL (
      SELECT attempt.data FROM analytics_events AS attempt
      WHERE attempt.name = 'booking_attempted' AND attempt.viewer_id = failed.viewer_id
        AND attempt.st_id = failed.st_id AND attempt.occurred_at = failed.occurred_at AND attempt.id < failed.id
      ORDER BY attempt.id DESC LIMIT 1
    ) AS attempted ON true
  WHERE failed.name = 'booking_failed' AND failed.occurred_at >= database_now() - interval '90 days'
  ORDER BY failed.occurred_at DESC;
COMMENT ON VIEW refused_bookings IS
  'Bookings refused in the last 90 days, with the requested time and ST and the error code. docs/operations.md explains each code.';

-- An anonymized person cannot have time off or extra hours.
CREATE OR REPLACE TRIGGER availability_exceptions_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability_exceptions
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- Serializes edits of one person's weekly windows.
CREATE OR REPLACE TRIGGER availability_lock_person BEFORE INSERT OR UPDATE ON availability
  FOR EACH ROW EXECUTE FUNCTION availability_lock_person();

-- An anonymized person cannot have weekly windows.
CREATE OR REPLACE TRIGGER availability_require_present_person BEFORE INSERT OR UPDATE OF user_id ON availability
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- Without claims, people could be booked twice. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER calendar_claims_keep_table BEFORE TRUNCATE ON calendar_claims
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person cannot have a calendar feed.
CREATE OR REPLACE TRIGGER calendar_feeds_require_present_person BEFORE INSERT OR UPDATE OF user_id ON calendar_feeds
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- Links and history refer to a course by its id.
CREATE OR REPLACE TRIGGER courses_keep_id BEFORE UPDATE ON courses
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Runs first, so that the other triggers see the true counts.
CREATE OR REPLACE TRIGGER enrollments_1_derive BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION enrollments_derive();

-- Ending an enrollment cancels its upcoming sessions, or is refused.
CREATE OR REPLACE TRIGGER enrollments_2_end AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION enrollments_end();

-- Notifies a student who is enrolled as deferred.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_insert AFTER INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.deferred_at IS NOT NULL) EXECUTE FUNCTION enrollments_notify();

-- Notifies a student who chooses "Schedule Later", unless they book first.
CREATE OR REPLACE TRIGGER enrollments_3_notify_on_update AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN ((OLD.deferred_at IS NULL) <> (NEW.deferred_at IS NULL)) EXECUTE FUNCTION enrollments_notify();

-- Records "Schedule Later" when the student chooses it. An enrollment that ops defer is not a step of the funnel.
CREATE OR REPLACE TRIGGER enrollments_4_measure AFTER UPDATE ON enrollments
  FOR EACH ROW
  WHEN (
    OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL AND acting_user() = NEW.student_id
  ) EXECUTE FUNCTION enrollments_measure();

-- Sessions and emails refer to an enrollment by its id.
CREATE OR REPLACE TRIGGER enrollments_keep_id BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Enrollments are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER enrollments_keep_table BEFORE TRUNCATE ON enrollments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person cannot be enrolled.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_insert BEFORE INSERT ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active') EXECUTE FUNCTION require_present_person('student_id');

-- An anonymized person cannot learn again. Waiting for a booking that holds the person's lock could deadlock, so
-- this fails at once.
CREATE OR REPLACE TRIGGER enrollments_require_present_person_on_update BEFORE UPDATE ON enrollments
  FOR EACH ROW
  WHEN (NEW.status = 'active' AND (OLD.status <> 'active' OR NEW.student_id <> OLD.student_id)) EXECUTE FUNCTION require_present_person('student_id', 'nowait');

-- A notification is sent at most once, as planned.
CREATE OR REPLACE TRIGGER notifications_check_change BEFORE UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION notifications_check_change();

-- The id of a notification is the idempotency key of its email.
CREATE OR REPLACE TRIGGER notifications_keep_id BEFORE UPDATE ON notifications
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- What people were told is history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER notifications_keep_table BEFORE TRUNCATE ON notifications
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person gets no emails.
CREATE OR REPLACE TRIGGER notifications_skip_anonymized_recipient BEFORE INSERT ON notifications
  FOR EACH ROW EXECUTE FUNCTION skip_anonymized_recipient();

-- Makes status and scheduled_start editable in the view.
CREATE OR REPLACE TRIGGER ops_sessions_edit INSTEAD OF UPDATE ON ops_sessions
  FOR EACH ROW EXECUTE FUNCTION ops_sessions_edit();

-- A payment moves only forward, as Stripe reports it.
CREATE OR REPLACE TRIGGER payments_check_change BEFORE UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION payments_check_change();

-- Records of a payment refer to it by its id.
CREATE OR REPLACE TRIGGER payments_keep_id BEFORE UPDATE ON payments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Payments are history, even those that were refunded.
CREATE OR REPLACE TRIGGER payments_keep_rows BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- Payments are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER payments_keep_table BEFORE TRUNCATE ON payments
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- The timeline of a session stays complete.
CREATE OR REPLACE TRIGGER session_events_keep_rows BEFORE DELETE ON session_events
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- Events are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER session_events_keep_table BEFORE TRUNCATE ON session_events
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- Runs first, so that the error is about the edit itself and not about derived changes.
CREATE OR REPLACE TRIGGER sessions_1_check_change BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_check_change();

-- Runs after the check, so that an edit is judged as it was typed.
CREATE OR REPLACE TRIGGER sessions_2_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();

-- A new session with a price is a hold, unless payment is waived.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_payment();

-- Checks payment when a session becomes scheduled, and when a waiver is removed.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    OLD.status NOT IN ('scheduled', 'completed', 'no_show')
    OR OLD.payment_waiver IS NOT NULL AND NEW.payment_waiver IS NULL
  ) EXECUTE FUNCTION sessions_require_payment();

-- Locks both people before claims are written.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_lock_people();

-- Locks both people before claims are rewritten, even if only the hold's expiry changes. Without the lock, two
-- transactions that write claims for the same time would deadlock.
CREATE OR REPLACE TRIGGER sessions_4_lock_people_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    claims_time(NEW) AND
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_lock_people();

-- Only an active ST can be booked.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_insert BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_require_active_st();

-- A session can be reassigned or reopened only with an active ST.
CREATE OR REPLACE TRIGGER sessions_5_require_active_st_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.uses_session AND (NEW.st_id <> OLD.st_id OR NOT OLD.uses_session)
  ) EXECUTE FUNCTION sessions_require_active_st();

-- A session of an anonymized student cannot get a note or a waiver. Runs after both people are locked, because a
-- stronger lock on a locked person could deadlock.
CREATE OR REPLACE TRIGGER sessions_5_require_present_person_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.note IS NOT NULL AND NEW.note IS DISTINCT FROM OLD.note
    OR NEW.payment_waiver IS NOT NULL AND NEW.payment_waiver IS DISTINCT FROM OLD.payment_waiver
  ) EXECUTE FUNCTION require_present_person('student_id');

-- A new session counts against the enrollment.
CREATE OR REPLACE TRIGGER sessions_6_count_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_count();

-- Updates the count when a session is cancelled or reopened, or a hold expires.
CREATE OR REPLACE TRIGGER sessions_6_count_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.uses_session <> OLD.uses_session) EXECUTE FUNCTION sessions_count();

-- Counts the student when a session is completed, or no longer is.
CREATE OR REPLACE TRIGGER sessions_6_count_taught BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN ((NEW.status = 'completed') <> (OLD.status = 'completed')) EXECUTE FUNCTION sessions_count_taught();

-- Claims the time of both people.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_claim();

-- Keeps claims in sync with the session. A session that ends early keeps its claims until its scheduled end.
CREATE OR REPLACE TRIGGER sessions_7_claim_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (claims_time(NEW), NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.hold_expires_at)
    IS DISTINCT FROM
    (claims_time(OLD), OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.hold_expires_at)
  ) EXECUTE FUNCTION sessions_claim();

-- Records the first event of the session's timeline.
CREATE OR REPLACE TRIGGER sessions_8_record_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_record();

-- Records every change, even one that sends no email: a waiver, a hold's expiry or a note.
CREATE OR REPLACE TRIGGER sessions_8_record_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id, NEW.buffer_minutes, NEW.hold_expires_at,
      NEW.payment_waiver, NEW.note, NEW.reminders)
    IS DISTINCT FROM
    (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id, OLD.buffer_minutes, OLD.hold_expires_at,
      OLD.payment_waiver, OLD.note, OLD.reminders)
  ) EXECUTE FUNCTION sessions_record();

-- Records a booking by the student. A session that ops add is not a step of the funnel.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_insert AFTER INSERT ON sessions
  FOR EACH ROW
  WHEN (acting_user() = NEW.student_id) EXECUTE FUNCTION sessions_measure();

-- A hold that is confirmed is a successful booking.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.status = 'scheduled' AND OLD.status IN ('pending_payment', 'expired')
  ) EXECUTE FUNCTION sessions_measure();

-- Notifies both people of a new session.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_notify();

-- Notifies both people of a change of status, time or teacher.
CREATE OR REPLACE TRIGGER sessions_9_notify_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
    IS DISTINCT FROM (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
  ) EXECUTE FUNCTION sessions_notify();

-- Links, invites and history refer to a session by its id.
CREATE OR REPLACE TRIGGER sessions_keep_id BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Sessions are cancelled instead of deleted, so that their history stays.
CREATE OR REPLACE TRIGGER sessions_keep_rows BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION keep_history();

-- Sessions are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER sessions_keep_table BEFORE TRUNCATE ON sessions
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- Emails every sign-in link.
CREATE OR REPLACE TRIGGER sign_in_links_notify AFTER INSERT ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION sign_in_links_notify();

-- An anonymized person cannot get a sign-in link.
CREATE OR REPLACE TRIGGER sign_in_links_require_present_person BEFORE INSERT OR UPDATE OF user_id ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION require_present_person('user_id');

-- A new ST has taught nobody yet, whatever is typed.
CREATE OR REPLACE TRIGGER student_teachers_derive BEFORE INSERT ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION student_teachers_derive();

-- Links and history refer to an ST by the id.
CREATE OR REPLACE TRIGGER student_teachers_keep_id BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- Who taught is history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER student_teachers_keep_table BEFORE TRUNCATE ON student_teachers
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- An anonymized person cannot start to teach.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_insert BEFORE INSERT ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active) EXECUTE FUNCTION require_present_person('user_id');

-- An anonymized person cannot teach again. Waiting for a booking that holds the person's lock could deadlock, so
-- this fails at once.
CREATE OR REPLACE TRIGGER student_teachers_require_present_person_on_update BEFORE UPDATE ON student_teachers
  FOR EACH ROW
  WHEN (NEW.is_active AND (NOT OLD.is_active OR NEW.user_id <> OLD.user_id)) EXECUTE FUNCTION require_present_person('user_id', 'nowait');

-- Sign-ins and history refer to a person by the id.
CREATE OR REPLACE TRIGGER users_keep_id BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();

-- The people of past sessions are history. TRUNCATE skips row triggers, so it needs a trigger of its own.
CREATE OR REPLACE TRIGGER users_keep_table BEFORE TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION keep_history();

-- Signing a person out on every device also voids the sign-in links that wait in their mailbox.
CREATE OR REPLACE TRIGGER users_sign_out_everywhere AFTER UPDATE ON users
  FOR EACH ROW
  WHEN (NEW.session_version <> OLD.session_version) EXECUTE FUNCTION users_sign_out_everywhere();

-- An anonymized person cannot be changed.
CREATE OR REPLACE TRIGGER users_stay_anonymized BEFORE UPDATE ON users
  FOR EACH ROW
  WHEN (OLD.anonymized_at IS NOT NULL) EXECUTE FUNCTION users_stay_anonymized();

COMMENT ON TABLE analytics_events IS 'Analytics events of the booking funnel. Source of the views booking_funnel, offered_but_rejected and refused_bookings.';
COMMENT ON COLUMN analytics_events.viewer_id IS 'The signed-in user.';
COMMENT ON COLUMN analytics_events.data IS 'The properties that the specification lists for this event.';

COMMENT ON TABLE availability IS 'Weekly windows of a teacher, in local time of the given time zone.';

COMMENT ON TABLE availability_exceptions IS 'Dated exceptions to a teacher''s weekly windows.';

COMMENT ON TABLE calendar_claims IS 'When each person is busy. Read-only: follows sessions. Change the session instead.';

COMMENT ON TABLE calendar_feeds IS 'Private URLs of calendar feeds. Delete a row to revoke a feed.';

-- What ops read when a constraint that Prisma creates refuses their edit.
COMMENT ON CONSTRAINT users_timezone_fkey ON users IS
  'Unknown time zone. Use an IANA time zone, such as Europe/Berlin.';
COMMENT ON CONSTRAINT availability_timezone_fkey ON availability IS
  'Unknown time zone. Use an IANA time zone, such as Europe/Berlin.';
COMMENT ON INDEX users_email_key IS 'Another person already has this email address. Use a different one.';
COMMENT ON INDEX enrollments_student_id_course_id_key IS
  'This student is already enrolled in this course. Change that enrollment instead.';
COMMENT ON INDEX student_teachers_user_id_course_id_key IS
  'This person already teaches this course. Change that row instead.';
COMMENT ON CONSTRAINT sessions_keep_their_student ON sessions IS
  'An enrollment with sessions cannot change its student or course. Add a new enrollment instead.';
COMMENT ON CONSTRAINT sessions_keep_their_teacher ON sessions IS
  'A Student-Teacher with sessions cannot change their person or course. Add a new row instead.';
COMMENT ON CONSTRAINT availability_user_id_fkey ON availability IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT availability_exceptions_user_id_fkey ON availability_exceptions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT enrollments_course_id_fkey ON enrollments IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT enrollments_student_id_fkey ON enrollments IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT notifications_recipient_id_fkey ON notifications IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT sessions_course_id_fkey ON sessions IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT sessions_student_id_fkey ON sessions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT sessions_teacher_id_fkey ON sessions IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT student_teachers_course_id_fkey ON student_teachers IS
  'No course has this id. Copy the id from courses.';
COMMENT ON CONSTRAINT student_teachers_user_id_fkey ON student_teachers IS
  'No person has this id. Copy the id from ops_people.';
COMMENT ON CONSTRAINT availability_pkey ON availability IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT availability_exceptions_pkey ON availability_exceptions IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT courses_pkey ON courses IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT enrollments_pkey ON enrollments IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT notifications_pkey ON notifications IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT sessions_pkey ON sessions IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT student_teachers_pkey ON student_teachers IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT users_pkey ON users IS
  'This id is already in use. Leave the id empty to generate one.';
COMMENT ON CONSTRAINT rate_limits_pkey ON rate_limits IS
  'This key already exists. Change that row instead.';
COMMENT ON INDEX notifications_subject_id_recipient_id_kind_version_key IS
  'This person already has this notification. To retry a failed one, set its status to pending.';

COMMENT ON TABLE courses IS 'Courses. To stop bookings, set is_active to false on each Student-Teacher of the course.';
COMMENT ON COLUMN courses.price_per_session_cents IS 'In the smallest unit of the currency. Applies to new sessions only.';

COMMENT ON TABLE enrollments IS 'A student in a course, with a number of sessions. To end one, set its status to cancelled, which also cancels its upcoming sessions.';
COMMENT ON COLUMN enrollments.session_count IS 'Number of sessions included. Raise it to extend the enrollment.';
COMMENT ON COLUMN enrollments.sessions_used IS 'Number of sessions held, scheduled, completed or missed. Maintained by the database.';
COMMENT ON COLUMN enrollments.deferred_at IS 'When the student chose "Schedule Later". Cleared by a booking.';
COMMENT ON COLUMN enrollments.deferrals IS 'How often the student chose "Schedule Later". Maintained by the database.';

COMMENT ON TABLE notifications IS 'Outbox: emails that are pending, sent, voided or failed. Read-only, except that you can set a failed one to pending to retry it.';
COMMENT ON COLUMN notifications.subject_id IS 'Id of the session, enrollment, sign-in link or person that the email is about.';
COMMENT ON COLUMN notifications.version IS 'Version of the subject: a session''s sequence or an enrollment''s number of deferrals.';

COMMENT ON TABLE payments IS 'Stripe checkouts, one session each. Read-only: refund a payment in Stripe.';

COMMENT ON TABLE rate_limits IS 'Counters of the rate limiter. Any row may be deleted.';

COMMENT ON TABLE session_events IS 'History of each session: what happened, when, and who did it. Read-only: follows sessions.';
COMMENT ON COLUMN session_events.actor_id IS 'The person who did it. Empty for the system and for edits by ops.';
COMMENT ON COLUMN session_events.database_role IS 'The database role that made the change: peerloop_app for the product, peerloop_ops for ops.';

COMMENT ON TABLE sessions IS 'Sessions, from hold to completion. Cancel, move and reassign sessions here: claims, events and emails follow. Cancel a session instead of deleting it.';
COMMENT ON COLUMN sessions.st_id IS 'Change it to reassign the session to another Student-Teacher of the course.';
COMMENT ON COLUMN sessions.status IS 'Set it to cancelled, completed or no_show. A cancellation notifies both people.';
COMMENT ON COLUMN sessions.scheduled_start IS 'Change only this column to move the session. The length stays the same.';
COMMENT ON COLUMN sessions.enrollment_id IS 'The student and the course. Cannot be changed. For another student, cancel the session and add a new one.';
COMMENT ON COLUMN sessions.course_id IS 'Derived from the enrollment.';
COMMENT ON COLUMN sessions.student_id IS 'Derived from the enrollment.';
COMMENT ON COLUMN sessions.teacher_id IS 'Derived from st_id.';
COMMENT ON COLUMN sessions.sequence IS 'SEQUENCE of the calendar invites. Increases with each version that people are notified of.';
COMMENT ON COLUMN sessions.price_cents IS 'Price at the time of booking, in the smallest unit of the currency. Empty if included in the course.';
COMMENT ON COLUMN sessions.payment_waiver IS 'Why a session with a price does not need to be paid, for example: paid by invoice.';
COMMENT ON COLUMN sessions.uses_session IS 'Whether it counts against the enrollment. Derived from the status.';
COMMENT ON COLUMN sessions.timed_at IS 'When the current time was agreed.';

COMMENT ON TABLE sign_in_links IS 'Single-use sign-in links. Delete a row to revoke its link.';

COMMENT ON TABLE stripe_events IS 'Stripe events that were processed. Read-only.';

COMMENT ON TABLE student_teachers IS 'Users who teach one course each. In other tables, st_id is the id of this row. To stop bookings, set is_active to false.';
COMMENT ON COLUMN student_teachers.is_active IS 'Whether they can be booked. Existing sessions are not affected.';
COMMENT ON COLUMN student_teachers.buffer_minutes IS 'Minutes kept free after each session. Applies to new sessions only.';
COMMENT ON COLUMN student_teachers.students_taught IS 'Number of students with a completed session. Maintained by the database.';

COMMENT ON TABLE time_zones IS 'Allowed IANA time zones, such as Europe/Berlin. Read-only: filled by migrations.';

COMMENT ON TABLE users IS 'People. A person may learn in one course and teach in another.';
COMMENT ON COLUMN users.session_version IS 'Add 1 to sign this person out on every device. Also voids their unused sign-in links.';
COMMENT ON COLUMN users.anonymized_at IS 'When anonymize_user removed the personal data.';

-- The application reads everything and writes user data. Triggers write claims, events and the outbox; history is
-- never deleted; the database maintains counters. Statements time out after 10 seconds, and idle transactions
-- after 30.
DO $$
BEGIN
  IF to_regrole('peerloop_app') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_app NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- created concurrently by another database of this server
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
  -- For the table owner, who creates future tables. The current role may be an administrator.
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

-- Ops edit people, courses, enrollments, hours and sessions. They can read but not write claims, events, emails
-- and payments, cannot delete history, and cannot act as another user. In the outbox, they can only retry a failed
-- email.
DO $$
BEGIN
  IF to_regrole('peerloop_ops') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_ops NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- created concurrently by another database of this server
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

  -- On older servers everyone can create functions here, which could shadow ours.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO peerloop_ops;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peerloop_ops;
  -- For the table owner, who creates future tables. The current role may be an administrator.
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

-- Time zones of the packaged IANA database, version 2026f, that this server supports too, so that both the
-- application and the database can compute them. Generated by npm run db:zones.
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
