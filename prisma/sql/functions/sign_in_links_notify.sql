-- Plans the email that carries the sign-in link.
CREATE OR REPLACE FUNCTION sign_in_links_notify() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  VALUES ('sign-in', 'sign_in_link', NEW.id, NEW.user_id, 0, database_now(), database_now());
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sign_in_links_notify() FROM PUBLIC;
