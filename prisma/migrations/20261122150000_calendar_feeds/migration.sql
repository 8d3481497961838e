-- Feeds: a private address under which somebody's own calendar finds their sessions ------------------

CREATE TABLE calendar_feeds (
  id uuid NOT NULL DEFAULT uuidv7(),
  user_id uuid NOT NULL,
  -- SHA-256 of the token in the address. The token itself is in people's calendars and nowhere else.
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT calendar_feeds_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT calendar_feeds_token_hash_is_a_sha256 CHECK (octet_length(token_hash) = 32)
);
CREATE UNIQUE INDEX calendar_feeds_user_id_key ON calendar_feeds (user_id);
CREATE UNIQUE INDEX calendar_feeds_token_hash_key ON calendar_feeds (token_hash);

CREATE TRIGGER calendar_feeds_1_explain_checks BEFORE INSERT OR UPDATE ON calendar_feeds
  FOR EACH ROW EXECUTE FUNCTION explain_checks();
COMMENT ON CONSTRAINT calendar_feeds_token_hash_is_a_sha256 ON calendar_feeds IS
  'A feed is made on the settings page of its person. Delete the row to take it away.';
COMMENT ON TABLE calendar_feeds IS
  'The private address under which a person''s own calendar finds their sessions. Deleting a row takes it away.';

-- A cancellation is a version of its own --------------------------------------------------------------

-- Calendars believe an invite only if its SEQUENCE is not behind what they have (RFC 5546, 2.1.4), so
-- taking one back counts up as moving it does.
CREATE OR REPLACE FUNCTION sessions_derive() RETURNS trigger LANGUAGE plpgsql AS $$
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
     OR (is_live(NEW.status) AND NOT is_live(OLD.status))
     OR (is_live(OLD.status) AND NEW.status = 'cancelled') THEN
    NEW.sequence := OLD.sequence + 1;
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON COLUMN sessions.sequence IS
  'Rises with every move, every other Student-Teacher, every cancellation and reopening: the SEQUENCE of its invites.';
