-- What people were told stays true: no edit of a session takes back, behind their backs, what a mail has
-- said or is about to say.

-- Sessions: before the write --------------------------------------------------------------------------

-- How a session may change. It runs before what follows from enrollment and ST is filled in, so that
-- whoever edits reads of their own edit and not of what would have followed.
CREATE FUNCTION sessions_stay_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  refusal text;
  advice text;
BEGIN
  IF NEW.enrollment_id <> OLD.enrollment_id THEN
    -- A student has one enrollment in a course, so another one is another student or another course.
    refusal := 'A session cannot become another student''s, nor one of another course.';
    advice := 'Set its status to cancelled and add a new row for the other enrollment: everybody is told.';
  ELSIF NEW.status = 'pending_payment' AND OLD.status NOT IN ('pending_payment', 'expired') THEN
    -- Nobody is told of a hold, so two people would be left with a mail that is not true any more.
    refusal := format('Only a hold waits for payment, and this session is %s.', OLD.status);
    advice := 'Set its status to scheduled if it shall take place, to cancelled if not: both people are told.';
  ELSIF OLD.status = 'pending_payment' AND NEW.status IN ('completed', 'no_show') THEN
    refusal := format('This session is a hold that was never booked, so it cannot be %s.', NEW.status);
    advice := 'If it took place, set its status to scheduled first.';
  ELSIF is_live(OLD.status) OR is_live(NEW.status) THEN
    RETURN NEW;
  ELSIF NEW.status <> OLD.status AND (OLD.status NOT IN ('completed', 'no_show') OR NEW.status = 'expired') THEN
    refusal := format('This session is %s, so it cannot be %s.', OLD.status, NEW.status);
    advice := 'Reopen it first: set its status to scheduled.';
  ELSIF (NEW.st_id, NEW.scheduled_start, NEW.scheduled_end) <> (OLD.st_id, OLD.scheduled_start, OLD.scheduled_end) THEN
    refusal := format('This session is %s, so it can neither be moved nor be handed to another Student-Teacher.', OLD.status);
    advice := 'Reopen it first, or in the same edit: set its status to scheduled.';
  ELSE
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%', refusal
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, HINT = advice;
END
$$;

CREATE TRIGGER sessions_0_stay_true BEFORE UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_stay_true();

-- The sequence is counted here and nowhere else: a calendar that has been told too high a number ignores
-- every change that follows.
CREATE OR REPLACE FUNCTION sessions_derive() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  enrolled enrollments;
  st student_teachers;
BEGIN
  NEW.sequence := CASE TG_OP WHEN 'INSERT' THEN 0 ELSE OLD.sequence END;
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
     OR (is_live(NEW.status) AND NOT is_live(OLD.status))
     OR (is_live(OLD.status) AND NEW.status = 'cancelled') THEN
    NEW.sequence := OLD.sequence + 1;
  END IF;
  RETURN NEW;
END
$$;

-- A hold that ran out has given its session back, so confirming or prolonging it asks for one again. As
-- long as it stays run out it uses none, and ops may write what they like beside it.
CREATE OR REPLACE FUNCTION sessions_entitle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  enrolled enrollments;
  used integer;
  was_live boolean := TG_OP = 'UPDATE' AND is_live(OLD.status)
    AND (OLD.hold_expires_at IS NULL OR OLD.hold_expires_at > acting_now());
BEGIN
  IF NOT is_live(NEW.status) OR (TG_OP = 'UPDATE' AND is_live(OLD.status) AND NEW.hold_expires_at <= acting_now()) THEN
    RETURN NEW;
  END IF;
  IF NOT (was_live AND NEW.st_id = OLD.st_id)
     AND NOT (SELECT is_active FROM student_teachers WHERE id = NEW.st_id FOR SHARE) THEN
    RAISE EXCEPTION 'This Student-Teacher is not active.'
      USING ERRCODE = 'PL002', HINT = 'Set is_active on the Student-Teacher first, or choose another.';
  END IF;
  IF was_live THEN
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

-- Claims ----------------------------------------------------------------------------------------------

-- The people's rows are locked in one order before their claims change. Without that, two bookings
-- could each insert and then wait for the other, which Postgres ends as a deadlock. That order is one
-- session's: a statement that writes several takes their people session by session and can still meet
-- another in the middle. Postgres then ends one of the two, and the application's retry books it again.
CREATE OR REPLACE FUNCTION sessions_claim() RETURNS trigger LANGUAGE plpgsql AS $$
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

-- The outbox ------------------------------------------------------------------------------------------

-- A cancellation that is on its way is taken back only by scheduling the session again, and only from
-- whom that tells of it: an ST who has handed the session over must hear so, wherever it went.
CREATE OR REPLACE FUNCTION sessions_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE notifications SET status = 'voided'
    WHERE session_id = NEW.id AND status = 'pending'
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

-- What belongs together -------------------------------------------------------------------------------

-- Under a session, neither its enrollment nor its ST becomes someone else's.
CREATE OR REPLACE FUNCTION explain_new_owner() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  session_count bigint;
BEGIN
  SELECT count(*) INTO session_count FROM sessions WHERE OLD.id IN (enrollment_id, st_id);
  IF session_count = 0 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'This row of % has sessions (%), so its person and its course stay as they are.',
    TG_TABLE_NAME, session_count
    USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = 'sessions', CONSTRAINT = TG_ARGV[0],
      HINT = CASE TG_TABLE_NAME
        WHEN 'enrollments' THEN 'Add a new row instead. Sessions still to come are cancelled here and booked anew for that row.'
        ELSE 'Add a new row instead. Sessions still to come are handed to a Student-Teacher of the same course by their st_id.'
      END;
END
$$;

COMMENT ON COLUMN sessions.enrollment_id IS 'Whose session it is, and of which course. It stays: for another student, cancel and book anew.';
COMMENT ON COLUMN sessions.sequence IS
  'The SEQUENCE of its invites. Rises by itself with every move, every other Student-Teacher, every cancellation and reopening.';

-- How many slots a page can hold ----------------------------------------------------------------------

-- Multiplied out, and in wider numbers, so that a value which another check refuses breaks nothing here.
ALTER TABLE student_teachers
  ADD CONSTRAINT student_teachers_slots_fit_a_page
    CHECK (booking_horizon_days::bigint * 1440 <= slot_step_minutes::bigint * 20000);
COMMENT ON CONSTRAINT student_teachers_slots_fit_a_page ON student_teachers IS
  'So many days ahead, in steps so small, are over 20000 slots: more than a page can show. Lower booking_horizon_days or raise slot_step_minutes.';
