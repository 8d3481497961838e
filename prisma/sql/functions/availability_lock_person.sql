-- Two edits of one person's hours take turns: the person is locked before hours are compared.
CREATE OR REPLACE FUNCTION availability_lock_person() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id FOR NO KEY UPDATE;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION availability_lock_person() FROM PUBLIC;
