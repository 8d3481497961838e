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
