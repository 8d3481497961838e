-- Records every change of a session as an event, with the database clock, the acting user and the database role.
-- An expired hold has no actor, even if another user's booking expires it.
CREATE OR REPLACE FUNCTION sessions_record() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kinds session_event_kind[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    kinds := ARRAY[CASE NEW.status WHEN 'pending_payment' THEN 'held' ELSE 'booked' END];
  ELSE
    IF NEW.scheduled_start <> OLD.scheduled_start OR NEW.scheduled_end <> OLD.scheduled_end THEN
      kinds := kinds || 'moved'::session_event_kind;
    END IF;
    IF NEW.teacher_id <> OLD.teacher_id THEN
      kinds := kinds || 'reassigned'::session_event_kind;
    END IF;
    IF NEW.status <> OLD.status THEN
      kinds := kinds || (CASE
        WHEN NEW.status = 'scheduled' AND OLD.status = 'pending_payment' THEN 'booked'
        WHEN NEW.status = 'pending_payment' THEN 'held'
        WHEN NEW.status = 'scheduled' THEN 'reopened'
        ELSE NEW.status::text
      END)::session_event_kind;
    END IF;
    IF kinds IS NULL THEN
      kinds := ARRAY['edited'];
    END IF;
  END IF;
  INSERT INTO session_events (session_id, kind, actor_id, database_role, happened_at, status,
      scheduled_start, scheduled_end, teacher_id, sequence)
    SELECT NEW.id, kind, CASE WHEN kind <> 'expired' THEN acting_user() END, session_user, database_now(), NEW.status,
      NEW.scheduled_start, NEW.scheduled_end, NEW.teacher_id, NEW.sequence
    FROM unnest(kinds) AS kind;
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_record() FROM PUBLIC;
