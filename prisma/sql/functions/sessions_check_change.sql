-- A session starts as a hold or as scheduled, in the future. Later changes must stay consistent with what both
-- people were told.
CREATE OR REPLACE FUNCTION sessions_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  refusal text;
  advice text;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status NOT IN ('pending_payment', 'scheduled') THEN
    refusal := format('A new session cannot be %s.', NEW.status);
    advice := 'Add it as scheduled. Change its status after it has started.';
  ELSIF TG_OP = 'UPDATE' AND NEW.enrollment_id <> OLD.enrollment_id THEN
    -- A student has one enrollment per course, so a different enrollment means a different student or course.
    refusal := 'A session cannot change its student or course.';
    advice := 'Cancel it and add a new one for the other enrollment. Everyone involved is notified.';
  ELSIF TG_OP = 'UPDATE' AND NOT may_become(OLD.status, NEW.status) THEN
    refusal := format('This session is %s, so it cannot become %s.', OLD.status, NEW.status);
    advice := CASE OLD.status
      WHEN 'scheduled' THEN 'To cancel it, set its status to cancelled. Both people are notified.'
      WHEN 'pending_payment' THEN 'Set its status to scheduled first, which requires a payment or a waiver.'
      ELSE 'To reopen it, set its status to scheduled.'
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
    refusal := 'The idempotency key of a session cannot be changed.';
    advice := 'Leave idempotency_key as it is.';
  ELSIF NEW.status IN ('completed', 'no_show') AND NEW.scheduled_start > moment THEN
    refusal := format('This session starts on %s, so it cannot be %s before then.',
      as_sentence_time(NEW.scheduled_start), NEW.status);
    advice := 'To cancel it, set its status to cancelled. Both people are notified.';
  ELSIF TG_OP = 'UPDATE' AND claims_time(OLD) AND OLD.status <> 'pending_payment' AND OLD.scheduled_start <= moment
      AND ((NEW.st_id, NEW.scheduled_start) IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start)
        OR NEW.buffer_minutes < OLD.buffer_minutes
        OR NEW.scheduled_end < OLD.scheduled_end
        OR (NEW.scheduled_end <> OLD.scheduled_end AND OLD.scheduled_end <= moment)) THEN
    -- Both people are busy until it ends, and taught sessions are history.
    refusal := 'This session has started, so it cannot be moved, shortened or reassigned.';
    advice := 'Add a new session instead.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status = 'scheduled' AND OLD.status IN ('completed', 'no_show')
      AND OLD.scheduled_end <= moment THEN
    refusal := format('This session has ended, so it cannot go from %s back to scheduled.', OLD.status);
    advice := 'Set its status to completed, no_show or cancelled, or add a new session.';
  ELSIF TG_OP = 'UPDATE' AND NEW.status NOT IN ('pending_payment', 'scheduled')
      AND (NEW.st_id, NEW.scheduled_start, NEW.scheduled_end)
        IS DISTINCT FROM (OLD.st_id, OLD.scheduled_start, OLD.scheduled_end) THEN
    refusal := format('This session is %s, so it cannot be moved or reassigned.', NEW.status);
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
