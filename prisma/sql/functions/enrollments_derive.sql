-- The database maintains sessions_used and deferrals, starting at zero, and sets deferred_at from its own clock.
CREATE OR REPLACE FUNCTION enrollments_derive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.sessions_used := 0;
    NEW.deferrals := CASE WHEN NEW.deferred_at IS NULL THEN 0 ELSE 1 END;
    NEW.deferred_at := CASE WHEN NEW.deferred_at IS NOT NULL THEN database_now() END;
  ELSIF OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL THEN
    NEW.deferrals := OLD.deferrals + 1;
    NEW.deferred_at := database_now();
  ELSIF NEW.deferred_at IS NOT NULL THEN
    NEW.deferred_at := OLD.deferred_at;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_derive() FROM PUBLIC;
