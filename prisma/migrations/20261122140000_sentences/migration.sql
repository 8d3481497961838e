-- What people read whose edit is refused. Postgres itself names a constraint and prints the row; whoever
-- edits in Prisma Studio needs a sentence. The constraints stay what refuses; these triggers look first,
-- and raise the same SQLSTATE with the same constraint's name.

-- Checks ----------------------------------------------------------------------------------------------

-- A check's sentence is its comment. Where it has none, its name has to do.
CREATE FUNCTION explain_checks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  cases text;
  broken oid;
BEGIN
  SELECT string_agg(format('WHEN NOT (%s) THEN %s', pg_get_expr(conbin, conrelid), oid), ' ' ORDER BY conname)
    INTO cases FROM pg_constraint WHERE conrelid = TG_RELID AND contype = 'c' AND conenforced;
  IF cases IS NULL THEN
    RETURN NEW;
  END IF;
  EXECUTE format('SELECT CASE %s END FROM (SELECT ($1).*) AS written', cases) INTO broken USING NEW;
  IF broken IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%', coalesce(obj_description(broken, 'pg_constraint'), (
    SELECT format('This row of %s does not hold to: %s.', TG_TABLE_NAME, replace(conname, '_', ' '))
    FROM pg_constraint WHERE oid = broken))
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      CONSTRAINT = (SELECT conname FROM pg_constraint WHERE oid = broken);
END
$$;

CREATE TRIGGER users_1_explain_checks BEFORE INSERT OR UPDATE ON users
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER courses_1_explain_checks BEFORE INSERT OR UPDATE ON courses
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER enrollments_1_explain_checks BEFORE INSERT OR UPDATE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER student_teachers_1_explain_checks BEFORE INSERT OR UPDATE ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER availability_1_explain_checks BEFORE INSERT OR UPDATE ON availability
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER availability_exceptions_1_explain_checks BEFORE INSERT OR UPDATE ON availability_exceptions
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER notifications_1_explain_checks BEFORE INSERT OR UPDATE ON notifications
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
CREATE TRIGGER payments_1_explain_checks BEFORE INSERT OR UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
-- Its name puts it after the trigger that fills in what follows from enrollment and ST.
CREATE TRIGGER sessions_1_explain_checks BEFORE INSERT OR UPDATE ON sessions
  FOR EACH ROW EXECUTE FUNCTION explain_checks();

COMMENT ON CONSTRAINT users_email_is_lower_case ON users IS
  'Write the email address in lower case, such as name@example.com.';
COMMENT ON CONSTRAINT users_name_is_present ON users IS
  'A person needs a name, 200 characters long at most.';
COMMENT ON CONSTRAINT users_timezone_is_known ON users IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON CONSTRAINT courses_title_is_present ON courses IS
  'A course needs a title.';
COMMENT ON CONSTRAINT courses_session_count_is_positive ON courses IS
  'A course includes at least one session.';
COMMENT ON CONSTRAINT courses_session_minutes_are_sane ON courses IS
  'A session lasts between 5 and 480 minutes.';
COMMENT ON CONSTRAINT courses_price_is_not_negative ON courses IS
  'A price cannot be below 0. Leave it empty if sessions are included in the course.';
COMMENT ON CONSTRAINT courses_currency_is_a_code ON courses IS
  'Write the currency as its three-letter code in lower case, such as usd.';
COMMENT ON CONSTRAINT enrollments_session_count_is_not_negative ON enrollments IS
  'An enrollment cannot include fewer than 0 sessions.';
COMMENT ON CONSTRAINT student_teachers_buffer_is_not_negative ON student_teachers IS
  'The buffer after a session is between 0 and 1440 minutes.';
COMMENT ON CONSTRAINT student_teachers_slot_step_is_sane ON student_teachers IS
  'Slots start every 5 to 480 minutes.';
COMMENT ON CONSTRAINT student_teachers_notice_is_not_negative ON student_teachers IS
  'The notice for a booking is between 0 and 8760 hours.';
COMMENT ON CONSTRAINT student_teachers_horizon_is_sane ON student_teachers IS
  'Sessions can be booked between 1 and 365 days ahead.';
COMMENT ON CONSTRAINT student_teachers_rating_is_one_to_five ON student_teachers IS
  'A rating is between 1 and 5. Leave it empty until there are reviews.';
COMMENT ON CONSTRAINT availability_times_are_clock_times ON availability IS
  'Write start and end as HH:MM, from 00:00 to 23:59; the end may be 24:00.';
COMMENT ON CONSTRAINT availability_start_is_before_end ON availability IS
  'A window starts before it ends. One that runs past midnight is two: until 24:00, and from 00:00 of the next day.';
COMMENT ON CONSTRAINT availability_timezone_is_known ON availability IS
  'There is no time zone of this name. Write it as the IANA time zone database does, such as Europe/Berlin.';
COMMENT ON CONSTRAINT availability_exceptions_start_is_before_end ON availability_exceptions IS
  'Time off and extra hours start before they end.';
COMMENT ON CONSTRAINT notifications_tell_of_one_thing ON notifications IS
  'A notification tells of one thing: a session, a deferred enrollment or a link to sign in, as its kind says.';
COMMENT ON CONSTRAINT notifications_attempts_are_not_negative ON notifications IS
  'The number of attempts cannot be below 0.';
COMMENT ON CONSTRAINT notifications_that_failed_say_why ON notifications IS
  'A notification that failed says why in last_error.';
COMMENT ON CONSTRAINT payments_amount_is_not_negative ON payments IS
  'The amount of a payment cannot be below 0.';
COMMENT ON CONSTRAINT sessions_start_is_before_end ON sessions IS
  'A session starts before it ends. To move it, change scheduled_start alone: it keeps its length.';
COMMENT ON CONSTRAINT sessions_last_a_day_at_most ON sessions IS
  'A session lasts 24 hours at most. To move it, change scheduled_start alone: it keeps its length.';
COMMENT ON CONSTRAINT sessions_teacher_is_not_the_student ON sessions IS
  'Nobody can have a session with themselves. Choose another Student-Teacher.';
COMMENT ON CONSTRAINT sessions_buffer_is_not_negative ON sessions IS
  'The buffer after a session is between 0 and 1440 minutes.';
COMMENT ON CONSTRAINT sessions_hold_has_an_end ON sessions IS
  'hold_expires_at belongs to pending_payment: a session has both or neither.';
COMMENT ON CONSTRAINT sessions_note_is_short ON sessions IS
  'A note is 1000 characters long at most.';

-- People's time ---------------------------------------------------------------------------------------

CREATE FUNCTION as_sentence_time(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'FMDD FMMonth YYYY, HH24:MI "UTC"')
$$;

-- The people's rows are locked by now, so nobody's time is taken between this look and the claim.
CREATE FUNCTION explain_taken_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken record;
BEGIN
  SELECT users.name, claim.* INTO taken
    FROM calendar_claims AS claim JOIN users ON users.id = claim.user_id
    WHERE claim.user_id = NEW.user_id AND claim.starts_at < NEW.ends_at AND claim.ends_at > NEW.starts_at
    ORDER BY claim.starts_at LIMIT 1;
  IF NOT FOUND THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is taken by another session, from % until %, a teacher''s buffer included.',
    taken.name, as_sentence_time(taken.starts_at), as_sentence_time(taken.ends_at)
    USING ERRCODE = 'exclusion_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      CONSTRAINT = 'calendar_claims_no_person_in_two_places',
      DETAIL = format('The other session is %s.', taken.session_id),
      HINT = CASE WHEN taken.hold_expires_at <= acting_now()
        THEN 'The other session is a hold that ran out: set its status to expired, then try again.'
        ELSE 'Choose another time or another Student-Teacher, or change the other session first.'
      END;
END
$$;

CREATE TRIGGER calendar_claims_say_who_is_taken BEFORE INSERT ON calendar_claims
  FOR EACH ROW EXECUTE FUNCTION explain_taken_time();

CREATE FUNCTION explain_overlapping_window() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  other availability;
BEGIN
  SELECT * INTO other FROM availability
    WHERE user_id = NEW.user_id AND day_of_week = NEW.day_of_week AND id <> NEW.id
      AND start_time COLLATE "C" < NEW.end_time AND end_time COLLATE "C" > NEW.start_time
    ORDER BY start_time COLLATE "C" LIMIT 1;
  IF NOT FOUND THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'This window overlaps another of the same person: % from % to %.',
    other.day_of_week, other.start_time, other.end_time
    USING ERRCODE = 'exclusion_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      CONSTRAINT = 'availability_windows_do_not_overlap',
      HINT = 'Change the other window instead, or make the two touch.';
END
$$;

CREATE TRIGGER availability_2_say_what_overlaps BEFORE INSERT OR UPDATE ON availability
  FOR EACH ROW EXECUTE FUNCTION explain_overlapping_window();

-- What belongs together -------------------------------------------------------------------------------

CREATE FUNCTION explain_unknown_reference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM enrollments WHERE id = NEW.enrollment_id) THEN
    RAISE EXCEPTION 'There is no enrollment with this enrollment_id.'
      USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        CONSTRAINT = 'sessions_enrollment_id_fkey',
        HINT = 'Copy the id of a row of enrollments. It says whose session it is, and of which course.';
  END IF;
  IF NOT EXISTS (SELECT FROM student_teachers WHERE id = NEW.st_id) THEN
    RAISE EXCEPTION 'There is no Student-Teacher with this st_id.'
      USING ERRCODE = 'foreign_key_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        CONSTRAINT = 'sessions_st_id_fkey',
        HINT = 'Copy the id of a row of student_teachers, not of users: a person has one for each course they teach.';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER sessions_0_look_up BEFORE INSERT OR UPDATE OF enrollment_id, st_id ON sessions
  FOR EACH ROW EXECUTE FUNCTION explain_unknown_reference();

-- Under a session, neither its enrollment nor its ST becomes someone else's.
CREATE FUNCTION explain_new_owner() RETURNS trigger LANGUAGE plpgsql AS $$
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
      HINT = 'Add a new row instead, and give it the sessions that shall be its own.';
END
$$;

CREATE TRIGGER enrollments_2_keep_their_student BEFORE UPDATE ON enrollments
  FOR EACH ROW WHEN ((OLD.student_id, OLD.course_id) IS DISTINCT FROM (NEW.student_id, NEW.course_id))
  EXECUTE FUNCTION explain_new_owner('sessions_keep_their_student');
CREATE TRIGGER student_teachers_2_keep_their_user BEFORE UPDATE ON student_teachers
  FOR EACH ROW WHEN ((OLD.user_id, OLD.course_id) IS DISTINCT FROM (NEW.user_id, NEW.course_id))
  EXECUTE FUNCTION explain_new_owner('sessions_keep_their_teacher');

-- Names what keeps a row from being deleted; the argument is what to do instead.
CREATE FUNCTION explain_delete() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reference record;
  kept bigint;
BEGIN
  FOR reference IN
    SELECT conname, conrelid::regclass AS child, attname AS key
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE confrelid = TG_RELID AND contype = 'f' AND confdeltype IN ('a', 'r') AND cardinality(conkey) = 1
    ORDER BY conrelid::regclass::text, attname
  LOOP
    EXECUTE format('SELECT count(*) FROM %s WHERE %I = $1', reference.child, reference.key) INTO kept USING OLD.id;
    IF kept > 0 THEN
      RAISE EXCEPTION 'This row of % cannot be deleted: % row(s) of % belong to it.', TG_TABLE_NAME, kept, reference.child
        USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = reference.child::text,
          CONSTRAINT = reference.conname, HINT = TG_ARGV[0];
    END IF;
  END LOOP;
  RETURN OLD;
END
$$;

CREATE TRIGGER users_explain_delete BEFORE DELETE ON users
  FOR EACH ROW EXECUTE FUNCTION explain_delete('A person who has learned or taught is kept, for the others'' history.');
CREATE TRIGGER courses_explain_delete BEFORE DELETE ON courses
  FOR EACH ROW EXECUTE FUNCTION explain_delete('Set is_active to false on each of its Student-Teachers: nobody can book it then.');
CREATE TRIGGER enrollments_explain_delete BEFORE DELETE ON enrollments
  FOR EACH ROW EXECUTE FUNCTION explain_delete('Set its status to cancelled instead.');
CREATE TRIGGER student_teachers_explain_delete BEFORE DELETE ON student_teachers
  FOR EACH ROW EXECUTE FUNCTION explain_delete('Set is_active to false instead: nobody can book them then.');

-- How a session can end -------------------------------------------------------------------------------

-- What has not begun was neither held nor missed, and only a hold runs out: a booked session that ended
-- in one of these ways by a slip of the hand would leave two people waiting who hear nothing.
CREATE FUNCTION sessions_end_truly() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('completed', 'no_show') AND NEW.scheduled_start > acting_now() THEN
    RAISE EXCEPTION 'This session starts on %, so it cannot be % before then.',
      as_sentence_time(NEW.scheduled_start), NEW.status
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If it shall not take place, set its status to cancelled: both people are told.';
  END IF;
  IF NEW.status = 'expired' AND TG_OP = 'UPDATE' AND OLD.status = 'scheduled' THEN
    RAISE EXCEPTION 'Only a hold can expire, and this session is booked.'
      USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'If it shall not take place, set its status to cancelled: both people are told.';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER sessions_1_end_truly BEFORE INSERT OR UPDATE OF status, scheduled_start ON sessions
  FOR EACH ROW EXECUTE FUNCTION sessions_end_truly();

-- What is what, for tools that show it ----------------------------------------------------------------

COMMENT ON TABLE users IS 'People. The same person may learn in one course and teach in another.';
COMMENT ON TABLE courses IS 'What can be learned.';
COMMENT ON TABLE enrollments IS 'A student in a course, and how many sessions they may have.';
COMMENT ON TABLE student_teachers IS 'A user who teaches one course. Elsewhere, st_id is the id of this row.';
COMMENT ON TABLE availability IS 'Weekly hours of a teacher, by the wall clock of their zone.';
COMMENT ON TABLE availability_exceptions IS 'Dated changes of a teacher''s weekly hours.';
COMMENT ON TABLE sessions IS 'Sessions, from hold to completion. Cancel, move and hand over here: claims, events and mails follow.';
COMMENT ON TABLE calendar_claims IS 'Who is taken from when to when. Follows sessions; read it, never write it.';
COMMENT ON TABLE session_events IS 'What happened to each session, who did it and when. Follows sessions; read it, never write it.';
COMMENT ON TABLE notifications IS 'Emails that are due, sent, voided or given up.';
COMMENT ON TABLE payments IS 'Stripe checkouts, each of one session.';
COMMENT ON TABLE stripe_events IS 'Stripe''s events that were taken in, each once.';
COMMENT ON TABLE analytics_events IS 'What people did on the way to a session. booking_funnel, offered_but_rejected and refused_bookings are made of it.';

COMMENT ON COLUMN enrollments.session_count IS 'How many sessions this student may have. Raise it to extend the enrollment.';
COMMENT ON COLUMN enrollments.deferred_at IS 'When the student chose "Schedule Later". Booking a session clears it.';
COMMENT ON COLUMN student_teachers.is_active IS 'Whether they can be booked. Sessions that are booked already stand.';
COMMENT ON COLUMN student_teachers.buffer_minutes IS 'Minutes kept free after each session. Applies to sessions booked from now on.';
COMMENT ON COLUMN sessions.st_id IS 'Change it to hand the session to another Student-Teacher of the course.';
COMMENT ON COLUMN sessions.status IS 'Set it to cancelled, completed or no_show; both people are told of a cancellation.';
COMMENT ON COLUMN sessions.scheduled_start IS 'Change it alone to move the session: it keeps its length.';
COMMENT ON COLUMN sessions.course_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.student_id IS 'Follows from the enrollment.';
COMMENT ON COLUMN sessions.teacher_id IS 'Follows from st_id.';
COMMENT ON COLUMN session_events.actor_id IS 'Who did it. Empty: ops, by hand, or the system.';
COMMENT ON COLUMN analytics_events.viewer_id IS 'Who was signed in.';
COMMENT ON COLUMN analytics_events.data IS 'What the specification lists for this event, and nothing else.';
