-- If recording "Schedule Later" fails, the choice of the student is kept.
CREATE OR REPLACE FUNCTION enrollments_measure() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
  VALUES ('schedule_later', database_now(), NEW.student_id, NEW.course_id,
    jsonb_build_object('course_id', NEW.course_id));
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of enrollment % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION enrollments_measure() FROM PUBLIC;
