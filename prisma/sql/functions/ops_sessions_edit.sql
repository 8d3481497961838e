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
