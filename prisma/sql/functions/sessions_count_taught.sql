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
