-- The events that sessions_record would write: booked or held by the student, paid, moved and cancelled by
-- ops, and completed by the cron job within a minute.
INSERT INTO session_events (id, session_id, kind, actor_id, database_role, happened_at, status,
    scheduled_start, scheduled_end, teacher_id, sequence)
  SELECT pg_temp.fill_id(16 + step, happened_at, session_no), planned.id, event.kind::session_event_kind, actor_id,
    CASE WHEN by_hand THEN 'peerloop_ops' ELSE 'peerloop_app' END, happened_at, event.status::session_status,
    event.starts_at, event.starts_at + interval '45 minutes', teacher_id, event.sequence
  FROM fill_sessions AS planned,
    LATERAL (SELECT interval '1 minute' * pg_temp.fill_random(session_no, 50) AS wait) AS clock,
    LATERAL (VALUES
      (0, CASE WHEN price_cents IS NULL THEN 'booked' ELSE 'held' END, booked_at, student_id, false,
        CASE WHEN price_cents IS NULL THEN 'scheduled' ELSE 'pending_payment' END, first_starts_at, 0),
      (1, 'booked', paid_at, NULL, false, 'scheduled', first_starts_at, 0),
      (2, 'moved', moved_at, NULL, true, 'scheduled', planned.starts_at, 1),
      (3, 'cancelled', cancelled_at, NULL, true, 'cancelled', planned.starts_at, planned.sequence),
      (4, 'completed', CASE WHEN planned.status = 'completed' THEN least(ends_at + wait, moment) END,
        NULL, false, 'completed', planned.starts_at, planned.sequence),
      (5, 'no_show', CASE WHEN planned.status = 'no_show' THEN planned.starts_at + interval '20 minutes' END,
        NULL, true, 'no_show', planned.starts_at, planned.sequence),
      (6, 'expired', CASE WHEN planned.status = 'expired' THEN booked_at + interval '35 minutes' + wait END,
        NULL, false, 'expired', planned.starts_at, 0)
    ) AS event (step, kind, happened_at, actor_id, by_hand, status, starts_at, sequence)
  WHERE happened_at IS NOT NULL ORDER BY happened_at;

INSERT INTO payments (id, session_id, stripe_checkout_id, status, amount_cents, currency, created_at)
  SELECT pg_temp.fill_id(8, booked_at, session_no), id, 'cs_fill_' || session_no,
    CASE status WHEN 'pending_payment' THEN 'open' WHEN 'expired' THEN 'expired' WHEN 'cancelled' THEN 'refunded'
      ELSE 'paid' END::payment_status, price_cents, 'usd', booked_at
  FROM fill_sessions WHERE price_cents IS NOT NULL ORDER BY booked_at;

INSERT INTO stripe_events (id, type, received_at)
  SELECT 'evt_fill_' || session_no, 'checkout.session.completed', paid_at
  FROM fill_sessions WHERE paid_at > moment - interval '90 days';
