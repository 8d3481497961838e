-- Locks the person before the overlap check, so that concurrent edits of one person's hours are serialized.
CREATE OR REPLACE FUNCTION availability_lock_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION availability_lock_person() FROM PUBLIC;
