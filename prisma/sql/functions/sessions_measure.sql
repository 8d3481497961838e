-- Records the analytics events of a booking, and of the payment of a hold. If that fails, the session is kept.
CREATE OR REPLACE FUNCTION sessions_measure() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('booking_attempted', moment, NEW.student_id, NEW.course_id, NEW.st_id, jsonb_build_object(
      'course_id', NEW.course_id, 'st_id', NEW.st_id, 'datetime', as_iso_instant(NEW.scheduled_start)));
  END IF;
  IF NEW.status = 'scheduled' THEN
    INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('booking_success', moment, NEW.student_id, NEW.course_id, NEW.st_id,
      jsonb_build_object('session_id', NEW.id))
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of session % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_measure() FROM PUBLIC;
