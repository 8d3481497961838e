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
