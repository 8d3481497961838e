-- A session begins as a hold or as scheduled, in the future, and changes only in ways that stay true
-- for the people who were told of it.
CREATE OR REPLACE FUNCTION sessions_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  refusal text;
  advice text;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status NOT IN ('pending_payment', 'scheduled') THEN
    refusal := format('A new session cannot be %s.', NEW.status);
    advice := 'Add it as scheduled. Change its status when it has begun.';
  ELSIF TG_OP = 'UPDATE' AND NEW.enrollment_id <> OLD.enrollment_id THEN
    -- A student has one enrollment in a course, so another enrollment is another student or course.
    refusal := 'A session stays with its student and its course.';
    advice := 'Cancel it and add a new one for the other enrollment. Everybody is told.';
  ELSIF TG_OP = 'UPDATE' AND NOT may_become(OLD.status, NEW.status) THEN
    refusal := format('This session is %s, so it cannot become %s.', OLD.status, NEW.status);
    advice := CASE OLD.status
      WHEN 'scheduled' THEN 'To call it off, set its status to cancelled: both people are told.'
      WHEN 'pending_payment' THEN 'Only a paid or waived session takes place: set its status to scheduled first.'
      ELSE 'To bring it back, set its status to scheduled.'
    END;
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'expired' AND OLD.status = 'pending_payment'
      AND OLD.hold_expires_at > moment THEN
    refusal := format('This hold lasts until %s.', as_sentence_time(OLD.hold_expires_at));
    advice := 'To release its time now, set its status to cancelled.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'pending_payment' AND OLD.status = 'pending_payment'
      AND NEW.hold_expires_at < OLD.hold_expires_at THEN
    refusal := format('The student was told that this hold lasts until %s, so it cannot end earlier.',
      as_sentence_time(OLD.hold_expires_at));
    advice := 'To release its time now, set its status to cancelled.';
  ELSIF TG_OP = 'UPDATE' AND NEW.idempotency_key IS DISTINCT FROM OLD.idempotency_key THEN
    refusal := 'The idempotency key belongs to the request that made this session.';
    advice := 'Leave idempotency_key as it is.';
  ELSIF NEW.status IN ('completed', 'no_show') AND NEW.scheduled_start > moment THEN
    refusal := format('This session starts on %s, so it cannot be %s before then.',
      as_sentence_time(NEW.scheduled_start), NEW.status);
    advice := 'To call it off, set its status to cancelled: both people are told.';
  ELSIF TG_OP = 'UPDATE' AND claims_time(OLD) AND OLD.status <> 'pending_payment' AND OLD.scheduled_start <= moment
      AND ((NEW.st_id, NEW.scheduled_start) IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start)
        OR NEW.buffer_minutes < OLD.buffer_minutes
        OR NEW.scheduled_end < OLD.scheduled_end
        OR (NEW.scheduled_end <> OLD.scheduled_end AND OLD.scheduled_end <= moment)) THEN
    -- Its people are taken until it ends, and what was taught is history.
    refusal := 'This session has begun, so it cannot be moved, cut short or given to another Student-Teacher.';
    advice := 'Add a new session for the other time.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'scheduled' AND OLD.status IN ('completed', 'no_show')
      AND OLD.scheduled_end <= moment THEN
    refusal := format('This session is over, so it stays %s or becomes another of completed, no_show and cancelled.', OLD.status);
    advice := 'Add a new session for another time.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status NOT IN ('pending_payment', 'scheduled')
      AND (NEW.st_id, NEW.scheduled_start, NEW.scheduled_end)
        IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start, OLD.scheduled_end) THEN
    refusal := format('This session is %s, so it cannot be moved or given to another Student-Teacher.', NEW.status);
    advice := 'Set its status to scheduled in the same edit.';
  ELSIF NEW.scheduled_start <= moment AND (TG_OP = 'INSERT' OR NEW.scheduled_start <> OLD.scheduled_start
      OR (holds_time(NEW.status) AND NOT holds_time(OLD.status))
      OR (NEW.status = 'scheduled' AND OLD.status = 'pending_payment')) THEN
    refusal := format('%s is in the past.', as_sentence_time(NEW.scheduled_start));
    advice := 'Choose a time in the future.';
  ELSE
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%', refusal
    USING ERRCODE = 'check_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, HINT = advice;
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_check_change() FROM PUBLIC;
