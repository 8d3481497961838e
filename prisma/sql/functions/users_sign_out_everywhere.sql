-- Deletes the sign-in links of a person that are not used yet, because each could start a new sign-in.
CREATE OR REPLACE FUNCTION users_sign_out_everywhere() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM sign_in_links WHERE user_id = NEW.id AND used_at IS NULL;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION users_sign_out_everywhere() FROM PUBLIC;
