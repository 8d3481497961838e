-- The notifications that triggers and plan_due_reminders would have planned by now, within the retention
-- period. All are sent.
INSERT INTO notifications (id, kind, subject_type, subject_id, recipient_id, version, status, due_at, created_at,
    first_attempted_at, next_attempt_at, sent_at, message_id)
  SELECT pg_temp.fill_id(32 + step * 2 + side, planned_at, session_no), mail.kind::notification_kind, 'session',
    booked.id, recipient_id, version, 'sent', mail.due_at, planned_at, planned_at,
    date_trunc('milliseconds', planned_at) + interval '1 minute', least(planned_at + interval '1 second', moment),
    md5(format('%s %s %s', session_no, step, side))::uuid
  FROM fill_sessions AS booked,
    LATERAL (VALUES
      (0, 'session-booked', coalesce(paid_at, booked_at), 0, 1),
      (1, 'session-changed', moved_at, 1, 1),
      (2, 'session-cancelled', cancelled_at, sequence, 1),
      (3, 'session-reminder-24h', starts_at - interval '24 hours', told_sequence, 2),
      (4, 'session-reminder-1h', starts_at - interval '1 hour', told_sequence, 2),
      (5, 'session-reminder-15m', starts_at - interval '15 minutes', told_sequence, 2)
    ) AS mail (step, kind, due_at, version, is_reminder),
    LATERAL (VALUES (0, student_id, reminders), (1, teacher_id, true)) AS person (side, recipient_id, wants_reminders),
    LATERAL (SELECT CASE is_reminder WHEN 1 THEN mail.due_at
      ELSE least(mail.due_at + interval '1 minute' * pg_temp.fill_random(session_no, 60 + step), moment) END AS planned_at)
      AS planning
  WHERE was_scheduled AND mail.due_at >= kept_from
    AND (is_reminder = 1 OR (wants_reminders AND told_at < mail.due_at AND mail.due_at <= moment
      AND (cancelled_at IS NULL OR mail.due_at < cancelled_at)))
  ORDER BY planned_at;

INSERT INTO notifications (id, kind, subject_type, subject_id, recipient_id, version, status, due_at, created_at,
    first_attempted_at, next_attempt_at, sent_at, message_id)
  SELECT pg_temp.fill_id(48, deferred_at, row_number() OVER (ORDER BY enrollments.id)), 'schedule-later', 'enrollment',
    enrollments.id, student_id, 1, 'sent', deferred_at, deferred_at, deferred_at, deferred_at + interval '1 minute',
    deferred_at, md5(enrollments.id::text)::uuid
  FROM fill CROSS JOIN enrollments WHERE deferred_at >= kept_from;

-- Four sign-in links per person. Only those of the last day are within the retention period.
CREATE TEMPORARY TABLE fill_links ON COMMIT DROP AS
  SELECT link_no, person.id AS user_id, asked_at, pg_temp.fill_id(9, asked_at, link_no) AS id, moment
  FROM fill, fill_people AS person, generate_series(0, 3) AS turn,
    LATERAL (SELECT person_no * 4 + turn AS link_no) AS link,
    LATERAL (SELECT kept_from + (moment - kept_from) * pg_temp.fill_random(link_no, 70) AS asked_at) AS asking;
INSERT INTO notifications (id, kind, subject_type, subject_id, recipient_id, version, status, due_at, created_at,
    first_attempted_at, next_attempt_at, sent_at, message_id)
  SELECT pg_temp.fill_id(49, asked_at, link_no), 'sign-in', 'sign_in_link', id, user_id, 0, 'sent', asked_at, asked_at,
    asked_at, asked_at + interval '1 minute', asked_at, md5(link_no::text)::uuid
  FROM fill_links ORDER BY asked_at;
INSERT INTO sign_in_links (id, user_id, token_hash, created_at, expires_at, used_at)
  SELECT id, user_id, sha256(id::text::bytea), asked_at, asked_at + interval '10 minutes',
    CASE WHEN asked_at + interval '1 minute' < moment THEN asked_at + interval '1 minute' END
  FROM fill_links WHERE asked_at > moment - interval '1 day';
