-- Lets exclusion constraints combine ids and weekdays with ranges.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Ids that sort by creation time: 48 bits of milliseconds, 12 bits of sub-millisecond fraction, a 30-bit counter
-- and 32 random bits. The counter keeps ids increasing within one microsecond. On PostgreSQL 18, the built-in
-- uuidv7() takes precedence.
CREATE SEQUENCE IF NOT EXISTS uuidv7_counter AS integer MINVALUE 0 MAXVALUE 1073741823 START 0 CYCLE;

CREATE OR REPLACE FUNCTION uuidv7() RETURNS uuid LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- Before reading the clock, so that a later counter value never has an earlier time.
  counter bigint := nextval('uuidv7_counter');
  micros bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
  fraction bigint := (micros % 1000) * 4096 / 1000;
BEGIN
  RETURN (
    lpad(to_hex(micros / 1000), 12, '0')
    || to_hex(28672 + fraction)
    || lpad(to_hex(2147483648 + counter), 8, '0')
    || substr(gen_random_uuid()::text, 1, 8)
  )::uuid;
END
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "enrollment_status" AS ENUM ('active', 'completed', 'cancelled');

-- CreateEnum
CREATE TYPE "weekday" AS ENUM ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');

-- CreateEnum
CREATE TYPE "availability_exception_kind" AS ENUM ('time_off', 'extra_hours');

-- CreateEnum
CREATE TYPE "session_status" AS ENUM ('pending_payment', 'scheduled', 'completed', 'cancelled', 'no_show', 'expired');

-- CreateEnum
CREATE TYPE "session_event_kind" AS ENUM ('held', 'booked', 'moved', 'reassigned', 'cancelled', 'completed', 'no_show', 'expired', 'reopened', 'edited');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('session-booked', 'session-reminder-24h', 'session-reminder-1h', 'session-reminder-15m', 'session-changed', 'session-cancelled', 'schedule-later', 'sign-in');

-- CreateEnum
CREATE TYPE "notification_status" AS ENUM ('pending', 'sent', 'voided', 'failed');

-- CreateEnum
CREATE TYPE "notification_subject" AS ENUM ('session', 'enrollment', 'sign_in_link', 'user');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('open', 'paid', 'expired', 'refunded');

-- CreateEnum
CREATE TYPE "analytics_event_name" AS ENUM ('page_view', 'st_selected', 'date_selected', 'time_selected', 'booking_attempted', 'booking_success', 'booking_failed', 'schedule_later');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "avatar_url" TEXT,
    "bio" TEXT,
    "timezone" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "anonymized_at" TIMESTAMPTZ,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_zones" (
    "name" TEXT NOT NULL,

    CONSTRAINT "time_zones_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "courses" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "session_count" INTEGER NOT NULL,
    "session_minutes" INTEGER NOT NULL DEFAULT 60,
    "price_per_session_cents" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'usd',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "student_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "status" "enrollment_status" NOT NULL DEFAULT 'active',
    "session_count" INTEGER NOT NULL,
    "sessions_used" INTEGER NOT NULL DEFAULT 0,
    "deferred_at" TIMESTAMPTZ,
    "deferrals" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_teachers" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 15,
    "slot_step_minutes" INTEGER NOT NULL DEFAULT 30,
    "min_notice_hours" INTEGER NOT NULL DEFAULT 12,
    "booking_horizon_days" INTEGER NOT NULL DEFAULT 60,
    "rating" DECIMAL(2,1),
    "students_taught" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "student_teachers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "day_of_week" "weekday" NOT NULL,
    "start_time" TEXT NOT NULL,
    "end_time" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_exceptions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "kind" "availability_exception_kind" NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "availability_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "enrollment_id" UUID NOT NULL,
    "st_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "teacher_id" UUID NOT NULL,
    "status" "session_status" NOT NULL DEFAULT 'scheduled',
    "scheduled_start" TIMESTAMPTZ NOT NULL,
    "scheduled_end" TIMESTAMPTZ NOT NULL,
    "buffer_minutes" INTEGER NOT NULL,
    "hold_expires_at" TIMESTAMPTZ,
    "note" TEXT,
    "reminders" BOOLEAN NOT NULL DEFAULT true,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "timed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "price_cents" INTEGER,
    "currency" CHAR(3),
    "payment_waiver" TEXT,
    "uses_session" BOOLEAN NOT NULL DEFAULT true,
    "idempotency_key" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_claims" (
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "hold_expires_at" TIMESTAMPTZ,

    CONSTRAINT "calendar_claims_pkey" PRIMARY KEY ("session_id","user_id")
);

-- CreateTable
CREATE TABLE "session_events" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "session_id" UUID NOT NULL,
    "kind" "session_event_kind" NOT NULL,
    "actor_id" UUID,
    "database_role" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" "session_status" NOT NULL,
    "scheduled_start" TIMESTAMPTZ NOT NULL,
    "scheduled_end" TIMESTAMPTZ NOT NULL,
    "teacher_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "session_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" "notification_kind" NOT NULL,
    "subject_type" "notification_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "notification_status" NOT NULL DEFAULT 'pending',
    "due_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "first_attempted_at" TIMESTAMPTZ,
    "next_attempt_at" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "message_id" TEXT,
    "last_error" TEXT,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_links" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "next_path" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "sign_in_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "session_id" UUID NOT NULL,
    "stripe_checkout_id" TEXT NOT NULL,
    "status" "payment_status" NOT NULL DEFAULT 'open',
    "amount_cents" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_events" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "analytics_events" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" "analytics_event_name" NOT NULL,
    "occurred_at" TIMESTAMPTZ NOT NULL,
    "viewer_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "st_id" UUID,
    "data" JSONB NOT NULL,

    CONSTRAINT "analytics_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "enrollments_course_id_idx" ON "enrollments"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_student_id_course_id_key" ON "enrollments"("student_id", "course_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrollments_student_of_course" ON "enrollments"("id", "course_id", "student_id");

-- CreateIndex
CREATE INDEX "student_teachers_course_id_idx" ON "student_teachers"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "student_teachers_user_id_course_id_key" ON "student_teachers"("user_id", "course_id");

-- CreateIndex
CREATE UNIQUE INDEX "student_teachers_teacher_of_course" ON "student_teachers"("id", "course_id", "user_id");

-- CreateIndex
CREATE INDEX "availability_user_id_idx" ON "availability"("user_id");

-- CreateIndex
CREATE INDEX "availability_exceptions_user_id_ends_at_idx" ON "availability_exceptions"("user_id", "ends_at");

-- CreateIndex
CREATE INDEX "sessions_student_id_scheduled_start_id_idx" ON "sessions"("student_id", "scheduled_start", "id");

-- CreateIndex
CREATE INDEX "sessions_teacher_id_scheduled_start_id_idx" ON "sessions"("teacher_id", "scheduled_start", "id");

-- CreateIndex
CREATE INDEX "sessions_enrollment_id_status_st_id_idx" ON "sessions"("enrollment_id", "status", "st_id");

-- CreateIndex
CREATE INDEX "sessions_st_id_scheduled_start_idx" ON "sessions"("st_id", "scheduled_start");

-- CreateIndex
CREATE INDEX "sessions_course_id_scheduled_start_idx" ON "sessions"("course_id", "scheduled_start");

-- CreateIndex
CREATE INDEX "sessions_status_scheduled_end_idx" ON "sessions"("status", "scheduled_end");

-- CreateIndex
CREATE INDEX "calendar_claims_user_id_starts_at_idx" ON "calendar_claims"("user_id", "starts_at");

-- CreateIndex
CREATE INDEX "calendar_claims_ends_at_idx" ON "calendar_claims"("ends_at");

-- CreateIndex
CREATE INDEX "session_events_session_id_happened_at_id_idx" ON "session_events"("session_id", "happened_at", "id");

-- CreateIndex
CREATE INDEX "session_events_actor_id_idx" ON "session_events"("actor_id");

-- CreateIndex
CREATE INDEX "notifications_status_due_at_id_idx" ON "notifications"("status", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_subject_id_recipient_id_kind_version_key" ON "notifications"("subject_id", "recipient_id", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_links_token_hash_key" ON "sign_in_links"("token_hash");

-- CreateIndex
CREATE INDEX "sign_in_links_user_id_idx" ON "sign_in_links"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_links_expires_at_idx" ON "sign_in_links"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_user_id_key" ON "calendar_feeds"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "payments_stripe_checkout_id_key" ON "payments"("stripe_checkout_id");

-- CreateIndex
CREATE INDEX "payments_session_id_idx" ON "payments"("session_id");

-- CreateIndex
CREATE INDEX "stripe_events_received_at_idx" ON "stripe_events"("received_at");

-- CreateIndex
CREATE INDEX "analytics_events_occurred_at_idx" ON "analytics_events"("occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_course_id_occurred_at_idx" ON "analytics_events"("course_id", "occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_viewer_id_occurred_at_idx" ON "analytics_events"("viewer_id", "occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_st_id_idx" ON "analytics_events"("st_id");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_timezone_fkey" FOREIGN KEY ("timezone") REFERENCES "time_zones"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_teachers" ADD CONSTRAINT "student_teachers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_teachers" ADD CONSTRAINT "student_teachers_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_timezone_fkey" FOREIGN KEY ("timezone") REFERENCES "time_zones"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_exceptions" ADD CONSTRAINT "availability_exceptions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_keep_their_student" FOREIGN KEY ("enrollment_id", "course_id", "student_id") REFERENCES "enrollments"("id", "course_id", "student_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_keep_their_teacher" FOREIGN KEY ("st_id", "course_id", "teacher_id") REFERENCES "student_teachers"("id", "course_id", "user_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_claims" ADD CONSTRAINT "calendar_claims_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_claims" ADD CONSTRAINT "calendar_claims_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_events" ADD CONSTRAINT "session_events_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_events" ADD CONSTRAINT "session_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_st_id_fkey" FOREIGN KEY ("st_id") REFERENCES "student_teachers"("id") ON DELETE SET NULL ON UPDATE CASCADE;
