-- Puts the reminders that have come due into the outbox, each once, and says how many. Called every
-- minute. No reminder is planned whose moment had passed when the time was agreed, or when the next
-- reminder is due already. The ST is always reminded, the student only if they asked for it.
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
  -- A session lasts a day at most, so those that start within a day end within two.
  WHERE booked.status = 'scheduled' AND booked.scheduled_end > moment
    AND booked.scheduled_end <= moment + interval '48 hours'
    AND booked.scheduled_start - reminder.lead <= moment
    AND booked.scheduled_start - reminder.useless_from > moment
    AND booked.timed_at < booked.scheduled_start - reminder.lead
    AND person.wants_it
  -- Two that plan at once go in one order, so they wait for each other and not crosswise.
  ORDER BY booked.id, person.id, reminder.kind
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS planned = ROW_COUNT;
  RETURN planned;
END
$$;
REVOKE EXECUTE ON FUNCTION plan_due_reminders() FROM PUBLIC;
