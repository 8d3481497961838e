-- Ops edit people, courses, enrollments, hours and sessions. They can read but not write claims, events, emails
-- and payments, cannot delete history, and cannot act as another user. In the outbox, they can only retry a failed
-- email.
DO $$
BEGIN
  IF to_regrole('peerloop_ops') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_ops NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- created concurrently by another database of this server
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'The role peerloop_ops is missing and could not be created: see docs/operations.md.';
        RETURN;
    END;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerloop_ops' AND array_to_string(rolconfig, ' ') LIKE '%statement_timeout=%') THEN
    BEGIN
      ALTER ROLE peerloop_ops SET statement_timeout = '60s';
      ALTER ROLE peerloop_ops SET idle_in_transaction_session_timeout = '60s';
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE NOTICE 'The timeouts of peerloop_ops could not be set: see docs/operations.md.';
    END;
  END IF;

  -- On older servers everyone can create functions here, which could shadow ours.
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO peerloop_ops;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peerloop_ops;
  -- For the table owner, who creates future tables. The current role may be an administrator.
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peerloop_ops',
    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sessions'::regclass));
  REVOKE INSERT, UPDATE, DELETE ON calendar_claims, session_events, notifications, payments, stripe_events,
    time_zones, analytics_events FROM peerloop_ops;
  REVOKE INSERT, UPDATE ON sign_in_links, calendar_feeds FROM peerloop_ops;
  REVOKE DELETE ON users, courses, enrollments, student_teachers, sessions FROM peerloop_ops;
  REVOKE UPDATE ON users, enrollments, student_teachers FROM peerloop_ops;
  GRANT UPDATE (email, name, avatar_url, bio, timezone, session_version) ON users TO peerloop_ops;
  GRANT UPDATE (student_id, course_id, status, session_count, deferred_at) ON enrollments TO peerloop_ops;
  GRANT UPDATE (user_id, course_id, is_active, buffer_minutes, slot_step_minutes, min_notice_hours,
    booking_horizon_days, rating) ON student_teachers TO peerloop_ops;
  GRANT UPDATE (status) ON notifications TO peerloop_ops;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM peerloop_ops;
  END IF;
  GRANT EXECUTE ON FUNCTION anonymize_user(uuid) TO peerloop_ops;
END
$$;
