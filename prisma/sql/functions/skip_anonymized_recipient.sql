-- An anonymized person has no address to send to.
CREATE OR REPLACE FUNCTION skip_anonymized_recipient() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM users WHERE id = NEW.recipient_id AND anonymized_at IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION skip_anonymized_recipient() FROM PUBLIC;
