-- Adds each due reminder to the outbox once and returns the number added. Called every minute. Skips a reminder
-- that was already due when the time was agreed, or that the next reminder has overtaken. The ST always gets
-- reminders; the student can opt out.
CREATE OR REPLACE FUNCTION plan_due_reminders() RETURNS integer LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moment timestamptz := database_now();
  planned integer;
BEGIN
  INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at, created_at)
  SELECT reminder.kind, 'session', booked.id, person.id, booked.sequence,
    booked.scheduled_start - reminder.lead, moment
  FROM sessions AS booked
    CROSS JOIN (VALUES
      ('session-reminder-24h'::notification_kind, interval '24 hours', interval '1 hour'),
      ('session-reminder-1h', interval '1 hour', interval '15 minutes'),
      ('session-reminder-15m', interval '15 minutes', interval '0')
    ) AS reminder (kind, lead, useless_from)
    CROSS JOIN LATERAL (VALUES (booked.student_id, booked.reminders), (booked.teacher_id, true))
      AS person (id, wants_it)
  -- A session lasts at most a day, so one that starts within a day ends within two.
  WHERE booked.status = 'scheduled' AND booked.scheduled_end > moment
    AND booked.scheduled_end <= moment + interval '48 hours'
    AND booked.scheduled_start - reminder.lead <= moment
    AND booked.scheduled_start - reminder.useless_from > moment
    AND booked.timed_at < booked.scheduled_start - reminder.lead
    AND person.wants_it
  -- A fixed order, so that concurrent runs wait for each other instead of deadlocking.
  ORDER BY booked.id, person.id, reminder.kind
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS planned = ROW_COUNT;
  RETURN planned;
END
$$;
REVOKE EXECUTE ON FUNCTION plan_due_reminders() FROM PUBLIC;
