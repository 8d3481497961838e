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
