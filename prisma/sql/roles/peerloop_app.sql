-- The application reads everything and writes user data. Triggers write claims, events and the outbox; history is
-- never deleted; the database maintains counters. Statements time out after 10 seconds, and idle transactions
-- after 30.
DO $$
BEGIN
  IF to_regrole('peerloop_app') IS NULL THEN
    BEGIN
      CREATE ROLE peerloop_app NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- created concurrently by another database of this server
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'The role peerloop_app is missing and could not be created: see docs/operations.md.';
        RETURN;
    END;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'peerloop_app' AND array_to_string(rolconfig, ' ') LIKE '%statement_timeout=%') THEN
    BEGIN
      ALTER ROLE peerloop_app SET statement_timeout = '10s';
      ALTER ROLE peerloop_app SET idle_in_transaction_session_timeout = '30s';
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE NOTICE 'The timeouts of peerloop_app could not be set: see docs/operations.md.';
    END;
  END IF;

  GRANT USAGE ON SCHEMA public TO peerloop_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO peerloop_app;
  -- For the table owner, who creates future tables. The current role may be an administrator.
  EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peerloop_app',
    (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'sessions'::regclass));
  REVOKE INSERT, UPDATE, DELETE ON calendar_claims, session_events, notifications, time_zones FROM peerloop_app;
  REVOKE UPDATE, DELETE ON stripe_events FROM peerloop_app;
  REVOKE DELETE ON users, courses, enrollments, student_teachers, sessions, payments FROM peerloop_app;
  REVOKE UPDATE ON users, enrollments, student_teachers FROM peerloop_app;
  GRANT UPDATE (email, name, avatar_url, bio, timezone, session_version) ON users TO peerloop_app;
  GRANT UPDATE (status, session_count, deferred_at) ON enrollments TO peerloop_app;
  GRANT UPDATE (is_active, buffer_minutes, slot_step_minutes, min_notice_hours, booking_horizon_days, rating)
    ON student_teachers TO peerloop_app;
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM peerloop_app;
  END IF;
  GRANT EXECUTE ON FUNCTION set_actor(uuid), lease_notification(interval), plan_due_reminders(),
    record_delivery(uuid, timestamptz, notification_status, integer, text, text, timestamptz),
    release_past_claims(), purge_expired_rows(integer), anonymize_user(uuid) TO peerloop_app;
END
$$;
