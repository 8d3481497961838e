-- Overview of all sessions. Studio sorts columns by name, so the names put the most important ones first. Counting
-- rows reads only sessions: PostgreSQL skips the left joins, which match at most one row, and unused subqueries.
CREATE OR REPLACE VIEW ops_sessions WITH (security_invoker = true) AS
  SELECT booked.id,
    student.name || ' with ' || teacher.name AS about,
    as_local_time(booked.scheduled_start, student.timezone) AS clock_student,
    as_local_time(booked.scheduled_start, teacher.timezone) AS clock_teacher,
    courses.title AS course,
    (SELECT kind FROM session_events WHERE session_id = booked.id
      ORDER BY happened_at DESC, id DESC LIMIT 1) AS last_event,
    (SELECT happened_at FROM session_events WHERE session_id = booked.id
      ORDER BY happened_at DESC, id DESC LIMIT 1) AS last_event_at,
    (SELECT coalesce(actor.name, CASE event.database_role
        WHEN 'peerloop_app' THEN 'the system' WHEN 'peerloop_ops' THEN 'ops' ELSE event.database_role END)
      FROM session_events AS event LEFT JOIN users AS actor ON actor.id = event.actor_id
      WHERE event.session_id = booked.id ORDER BY event.happened_at DESC, event.id DESC LIMIT 1) AS last_event_by,
    (SELECT count(*)::integer FROM notifications WHERE subject_id = booked.id AND status = 'failed') AS mails_failed,
    (SELECT count(*)::integer FROM notifications WHERE subject_id = booked.id AND status = 'pending') AS mails_pending,
    CASE
      WHEN booked.price_cents IS NULL THEN 'included'
      WHEN booked.payment_waiver IS NOT NULL THEN 'waived: ' || booked.payment_waiver
      ELSE coalesce((SELECT string_agg(payments.status::text, ', ' ORDER BY payments.id)
        FROM payments WHERE payments.session_id = booked.id), 'none yet')
    END AS payment,
    as_price(booked.price_cents, booked.currency) AS price,
    booked.scheduled_start,
    booked.status,
    student.name AS student,
    teacher.name AS teacher
  FROM sessions AS booked
    LEFT JOIN courses ON courses.id = booked.course_id
    LEFT JOIN users AS student ON student.id = booked.student_id
    LEFT JOIN users AS teacher ON teacher.id = booked.teacher_id;
COMMENT ON VIEW ops_sessions IS
  'Overview of all sessions. You can change only status and scheduled_start here. Change anything else in the sessions table.';
