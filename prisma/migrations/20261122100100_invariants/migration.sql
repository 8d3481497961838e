-- What Prisma's schema cannot say: the invariants. Each is held here, so that no code path and no
-- hand edit in Prisma Studio can break it. Refusals that people meet speak in sentences and say what
-- to do; those the application turns into a code carry a SQLSTATE of their own:
--   PL001 the enrollment has no sessions left    PL002 the ST is not active    PL003 the enrollment is not active

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Values ------------------------------------------------------------------------------------------

-- The zones Postgres ships names for; AT TIME ZONE alone would take "Foo+3" as well. Those left out are
-- files among the zones that name no place, and that browsers do not know.
CREATE FUNCTION is_time_zone(zone text) RETURNS boolean LANGUAGE sql STABLE STRICT AS $$
  SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = zone) AND zone !~ '^(posix/|right/|Factory$|localtime$|posixrules$)'
$$;

CREATE FUNCTION minute_of_day(clock text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT split_part(clock, ':', 1)::integer * 60 + split_part(clock, ':', 2)::integer
$$;

ALTER TABLE users
  ADD CONSTRAINT users_email_is_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT users_name_is_present CHECK (name ~ '\S' AND char_length(name) <= 200),
  ADD CONSTRAINT users_timezone_is_known CHECK (is_time_zone(timezone));

ALTER TABLE courses
  ADD CONSTRAINT courses_title_is_present CHECK (title ~ '\S'),
  ADD CONSTRAINT courses_session_count_is_positive CHECK (session_count > 0),
  ADD CONSTRAINT courses_session_minutes_are_sane CHECK (session_minutes BETWEEN 5 AND 480),
  ADD CONSTRAINT courses_price_is_not_negative CHECK (price_per_session_cents >= 0),
  ADD CONSTRAINT courses_currency_is_a_code CHECK (currency ~ '^[a-z]{3}$');

ALTER TABLE enrollments
  ADD CONSTRAINT enrollments_session_count_is_not_negative CHECK (session_count >= 0);

ALTER TABLE student_teachers
  ADD CONSTRAINT student_teachers_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440),
  ADD CONSTRAINT student_teachers_slot_step_is_sane CHECK (slot_step_minutes BETWEEN 5 AND 480),
  ADD CONSTRAINT student_teachers_notice_is_not_negative CHECK (min_notice_hours BETWEEN 0 AND 8760),
  ADD CONSTRAINT student_teachers_horizon_is_sane CHECK (booking_horizon_days BETWEEN 1 AND 365),
  ADD CONSTRAINT student_teachers_rating_is_one_to_five CHECK (rating BETWEEN 1 AND 5);

ALTER TABLE availability
  ADD CONSTRAINT availability_times_are_clock_times
    CHECK (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$' AND end_time ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'),
  ADD CONSTRAINT availability_start_is_before_end CHECK (start_time COLLATE "C" < end_time COLLATE "C"),
  ADD CONSTRAINT availability_timezone_is_known CHECK (is_time_zone(timezone)),
  ADD CONSTRAINT availability_windows_do_not_overlap EXCLUDE USING gist (
    user_id WITH =, day_of_week WITH =, int4range(minute_of_day(start_time), minute_of_day(end_time)) WITH &&
  );

ALTER TABLE availability_exceptions
  ADD CONSTRAINT availability_exceptions_start_is_before_end CHECK (starts_at < ends_at);

ALTER TABLE payments
  ADD CONSTRAINT payments_amount_is_not_negative CHECK (amount_cents >= 0);

ALTER TABLE sessions
  ADD CONSTRAINT sessions_start_is_before_end CHECK (scheduled_start < scheduled_end),
  ADD CONSTRAINT sessions_last_a_day_at_most CHECK (scheduled_end <= scheduled_start + interval '24 hours'),
  ADD CONSTRAINT sessions_teacher_is_not_the_student CHECK (teacher_id <> student_id),
  ADD CONSTRAINT sessions_buffer_is_not_negative CHECK (buffer_minutes BETWEEN 0 AND 1440),
  ADD CONSTRAINT sessions_hold_has_an_end CHECK ((status = 'pending_payment') = (hold_expires_at IS NOT NULL)),
  ADD CONSTRAINT sessions_note_is_short CHECK (char_length(note) <= 1000);

-- What the application says of a write --------------------------------------------------------------

-- Who writes, and at what moment, for the length of one transaction. A hand edit says neither: its
-- events carry no actor and the server's clock.
CREATE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('peerloop.actor_id', true), '')::uuid
$$;

CREATE FUNCTION acting_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('peerloop.now', true), '')::timestamptz, now())
$$;

-- Sessions: before the write --------------------------------------------------------------------------

CREATE FUNCTION is_live(status session_status) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT status IN ('pending_payment', 'scheduled')
$$;

-- Course, student and teacher follow from the enrollment and the ST, and so does the buffer when the ST
-- changes; a move keeps the length.
CREATE FUNCTION sessions_derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  enrolled enrollments;
  st student_teachers;
BEGIN
  SELECT * INTO enrolled FROM enrollments WHERE id = NEW.enrollment_id;
  SELECT * INTO st FROM student_teachers WHERE id = NEW.st_id;
  IF enrolled.id IS NULL OR st.id IS NULL THEN
    RETURN NEW; -- the foreign keys refuse it
  END IF;
  IF enrolled.course_id <> st.course_id THEN
    RAISE EXCEPTION 'This Student-Teacher does not teach the course of this enrollment.'
      USING ERRCODE = 'check_violation', HINT = 'Choose a Student-Teacher of the same course.';
  END IF;
  NEW.course_id := enrolled.course_id;
  NEW.student_id := enrolled.student_id;
  NEW.teacher_id := st.user_id;
  IF TG_OP = 'UPDATE' AND NEW.st_id <> OLD.st_id AND NEW.buffer_minutes = OLD.buffer_minutes THEN
    NEW.buffer_minutes := st.buffer_minutes;
  END IF;
  NEW.buffer_minutes := coalesce(NEW.buffer_minutes, st.buffer_minutes);
  IF TG_OP = 'INSERT' THEN
    NEW.scheduled_end := coalesce(
      NEW.scheduled_end,
      NEW.scheduled_start + make_interval(mins => (SELECT session_minutes FROM courses WHERE id = st.course_id)));
    RETURN NEW;
  END IF;
  IF NEW.scheduled_start <> OLD.scheduled_start AND NEW.scheduled_end = OLD.scheduled_end THEN
    NEW.scheduled_end := NEW.scheduled_start + (OLD.scheduled_end - OLD.scheduled_start);
  END IF;
  IF NEW.status <> 'pending_payment' THEN
    NEW.hold_expires_at := NULL;
  END IF;
  IF (NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id) <> (OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
     OR (is_live(NEW.status) AND NOT is_live(OLD.status)) THEN
    NEW.sequence := OLD.sequence + 1;
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER sessions_1_derive BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_derive();

-- The other side of it: under a session, neither its enrollment nor its ST becomes someone else's.
ALTER TABLE enrollments ADD CONSTRAINT enrollments_are_someones UNIQUE (id, course_id, student_id);
ALTER TABLE student_teachers ADD CONSTRAINT student_teachers_are_someone UNIQUE (id, course_id, user_id);
ALTER TABLE sessions
  ADD CONSTRAINT sessions_keep_their_student FOREIGN KEY (enrollment_id, course_id, student_id)
    REFERENCES enrollments (id, course_id, student_id),
  ADD CONSTRAINT sessions_keep_their_teacher FOREIGN KEY (st_id, course_id, teacher_id)
    REFERENCES student_teachers (id, course_id, user_id);

-- A session needs an active ST and an active enrollment with a session left. The locks make two
-- requests for the last one wait for each other.
CREATE FUNCTION sessions_entitle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  enrolled enrollments;
  used integer;
  was_live boolean := TG_OP = 'UPDATE' AND is_live(OLD.status);
BEGIN
  IF NOT is_live(NEW.status) THEN
    RETURN NEW;
  END IF;
  IF NOT (was_live AND NEW.st_id = OLD.st_id)
     AND NOT (SELECT is_active FROM student_teachers WHERE id = NEW.st_id FOR SHARE) THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', HINT = 'Set is_active on the Student-Teacher first, or choose another.';
  END IF;
  IF was_live AND NEW.enrollment_id = OLD.enrollment_id THEN
    RETURN NEW;
  END IF;
  SELECT * INTO enrolled FROM enrollments WHERE id = NEW.enrollment_id FOR NO KEY UPDATE;
  IF enrolled.status <> 'active' THEN
    RAISE EXCEPTION 'This enrollment is not active.'
      USING ERRCODE = 'PL003', HINT = 'Set the enrollment''s status to active first.';
  END IF;
  SELECT count(*) INTO used FROM sessions
    WHERE enrollment_id = NEW.enrollment_id AND id <> NEW.id AND status NOT IN ('cancelled', 'expired')
      AND (status <> 'pending_payment' OR hold_expires_at > acting_now());
  IF used >= enrolled.session_count THEN
    RAISE EXCEPTION 'All % sessions of this enrollment are used.', enrolled.session_count
      USING ERRCODE = 'PL001', HINT = 'Raise session_count on the enrollment to extend it.';
  END IF;
  UPDATE enrollments SET deferred_at = NULL WHERE id = NEW.enrollment_id AND deferred_at IS NOT NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER sessions_2_entitle BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_entitle();

CREATE FUNCTION refuse_session_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Sessions are kept for their history and cannot be deleted.'
    USING ERRCODE = 'restrict_violation', HINT = 'Set the status to cancelled instead.';
END
$$;

CREATE TRIGGER sessions_are_kept BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION refuse_session_delete();

-- 1. No person is in two places -----------------------------------------------------------------------

ALTER TABLE calendar_claims DROP COLUMN during;
ALTER TABLE calendar_claims
  ADD COLUMN during tstzrange GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
  ADD CONSTRAINT calendar_claims_start_is_before_end CHECK (starts_at < ends_at),
  ADD CONSTRAINT calendar_claims_no_person_in_two_places EXCLUDE USING gist (user_id WITH =, during WITH &&);

-- The people's rows are locked in one order before their claims change. Without that, two bookings
-- could each insert and then wait for the other, which Postgres ends as a deadlock.
CREATE FUNCTION sessions_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users WHERE id IN (NEW.teacher_id, NEW.student_id, OLD.teacher_id, OLD.student_id)
    ORDER BY id FOR NO KEY UPDATE;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM calendar_claims WHERE session_id = NEW.id;
  END IF;
  IF NOT is_live(NEW.status) THEN
    RETURN NULL;
  END IF;
  INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at, hold_expires_at)
    SELECT NEW.id, claim.user_id, NEW.scheduled_start, claim.ends_at, NEW.hold_expires_at
    FROM (VALUES
      (NEW.teacher_id, NEW.scheduled_end + make_interval(mins => NEW.buffer_minutes)),
      (NEW.student_id, NEW.scheduled_end)
    ) AS claim (user_id, ends_at)
    ORDER BY claim.user_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER sessions_3_claim_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_claim();
CREATE TRIGGER sessions_3_claim_on_update AFTER UPDATE ON sessions
  FOR EACH ROW WHEN (
    (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.buffer_minutes, OLD.teacher_id, OLD.student_id, OLD.hold_expires_at)
    IS DISTINCT FROM
    (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.buffer_minutes, NEW.teacher_id, NEW.student_id, NEW.hold_expires_at)
  ) EXECUTE FUNCTION sessions_claim();

CREATE FUNCTION refuse_hand_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'Rows of % are written by the database, not by hand.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', HINT = 'Change the session; what follows from it is kept in step.';
END
$$;

CREATE TRIGGER calendar_claims_follow_sessions BEFORE INSERT OR UPDATE OR DELETE ON calendar_claims
  FOR EACH ROW EXECUTE FUNCTION refuse_hand_written();

-- 4. Every change leaves an event ---------------------------------------------------------------------

CREATE FUNCTION sessions_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kinds session_event_kind[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    kinds := ARRAY[CASE NEW.status
      WHEN 'pending_payment' THEN 'held' WHEN 'scheduled' THEN 'booked' ELSE NEW.status::text
    END];
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
  END IF;
  INSERT INTO session_events
      (session_id, kind, actor_id, happened_at, status, scheduled_start, scheduled_end, teacher_id, sequence)
    SELECT NEW.id, kind, acting_user(), acting_now(), NEW.status, NEW.scheduled_start, NEW.scheduled_end,
           NEW.teacher_id, NEW.sequence
    FROM unnest(kinds) AS kind;
  RETURN NULL;
END
$$;

CREATE TRIGGER sessions_4_record AFTER INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_record();

CREATE TRIGGER session_events_follow_sessions BEFORE INSERT OR UPDATE OR DELETE ON session_events
  FOR EACH ROW EXECUTE FUNCTION refuse_hand_written();

-- The outbox: no change without the mail that tells of it ---------------------------------------------

-- A reminder whose moment has passed already is not planned. The ST is always reminded, the student
-- only if they asked for it.
CREATE FUNCTION plan_reminders(booked sessions) RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (session_id, recipient_id, kind, sequence, due_at, created_at)
  SELECT booked.id, recipient, kind, booked.sequence, booked.scheduled_start - lead, acting_now()
  FROM unnest(ARRAY[booked.student_id, booked.teacher_id]) AS recipient,
       (VALUES ('session-reminder-24h'::notification_kind, interval '24 hours'),
               ('session-reminder-1h', interval '1 hour'),
               ('session-reminder-15m', interval '15 minutes')) AS reminder (kind, lead)
  WHERE booked.scheduled_start - lead > acting_now()
    AND (recipient = booked.teacher_id OR booked.reminders)
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION plan_notice(booked sessions, recipient uuid, kind notification_kind) RETURNS void LANGUAGE sql AS $$
  INSERT INTO notifications (session_id, recipient_id, kind, sequence, due_at, created_at)
  VALUES (booked.id, recipient, kind, booked.sequence, acting_now(), acting_now())
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION sessions_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE notifications SET status = 'voided' WHERE session_id = NEW.id AND status = 'pending';
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
  ELSIF NEW.status = 'cancelled' AND TG_OP = 'UPDATE' AND OLD.status = 'scheduled' THEN
    PERFORM plan_notice(NEW, NEW.student_id, 'session-cancelled');
    PERFORM plan_notice(NEW, OLD.teacher_id, 'session-cancelled');
  END IF;
  IF NEW.status = 'scheduled' THEN
    PERFORM plan_reminders(NEW);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER sessions_5_notify_on_insert AFTER INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_notify();
CREATE TRIGGER sessions_5_notify_on_update AFTER UPDATE ON sessions
  FOR EACH ROW WHEN (
    (OLD.status, OLD.scheduled_start, OLD.scheduled_end, OLD.teacher_id)
    IS DISTINCT FROM (NEW.status, NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id)
  ) EXECUTE FUNCTION sessions_notify();
