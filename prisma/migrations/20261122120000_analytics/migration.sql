-- The specification's analytics events: what people do on the way to a session.

-- CreateEnum
CREATE TYPE "analytics_event_name" AS ENUM ('page_view', 'st_selected', 'date_selected', 'time_selected', 'booking_attempted', 'booking_success', 'booking_failed', 'schedule_later');

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

-- CreateIndex
CREATE INDEX "analytics_events_occurred_at_idx" ON "analytics_events"("occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_course_id_occurred_at_idx" ON "analytics_events"("course_id", "occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_viewer_id_occurred_at_idx" ON "analytics_events"("viewer_id", "occurred_at");

-- CreateIndex
CREATE INDEX "analytics_events_st_id_idx" ON "analytics_events"("st_id");

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analytics_events" ADD CONSTRAINT "analytics_events_st_id_fkey" FOREIGN KEY ("st_id") REFERENCES "student_teachers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an event may say -------------------------------------------------------------------------------

-- The data of each event, as the specification lists it: every key, and the kind of value it has.
CREATE FUNCTION analytics_shape(name analytics_event_name) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE name
    WHEN 'page_view' THEN '{"course_id": "id", "st_preselected": "flag"}'
    WHEN 'st_selected' THEN '{"st_id": "id"}'
    WHEN 'date_selected' THEN '{"date": "date"}'
    WHEN 'time_selected' THEN '{"time": "instant", "st_id": "id"}'
    WHEN 'booking_attempted' THEN '{"course_id": "id", "st_id": "id", "datetime": "instant"}'
    WHEN 'booking_success' THEN '{"session_id": "id"}'
    WHEN 'booking_failed' THEN '{"error_type": "code"}'
    WHEN 'schedule_later' THEN '{"course_id": "id"}'
  END::jsonb
$$;

CREATE FUNCTION analytics_value_fits(value jsonb, kind text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'flag' THEN jsonb_typeof(value) = 'boolean'
    WHEN 'id' THEN value #>> '{}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    WHEN 'date' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\d$' AND pg_input_is_valid(value #>> '{}', 'date')
    WHEN 'instant' THEN value #>> '{}' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$'
      AND pg_input_is_valid(value #>> '{}', 'timestamptz')
    WHEN 'code' THEN value #>> '{}' ~ '^[A-Z][A-Z_]{0,63}$'
  END
$$;

-- There is no place in it for a note, a name or an address: a key too many is refused like one too few.
CREATE FUNCTION analytics_data_fits(name analytics_event_name, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(data) <> 'object' THEN false ELSE NOT EXISTS (
    SELECT FROM jsonb_each(data) AS given (key, value)
      FULL JOIN jsonb_each_text(analytics_shape(name)) AS asked (key, kind) USING (key)
    WHERE NOT coalesce(analytics_value_fits(value, kind), false)
  ) END
$$;

ALTER TABLE analytics_events
  ADD CONSTRAINT analytics_events_data_fits_the_event CHECK (analytics_data_fits(name, data)),
  ADD CONSTRAINT analytics_events_course_is_the_datas CHECK (data ->> 'course_id' = course_id::text),
  ADD CONSTRAINT analytics_events_st_is_the_datas CHECK (data ->> 'st_id' = st_id::text);

CREATE FUNCTION as_iso_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- What the database sees happen -----------------------------------------------------------------------

-- A session that its student books, and one whose hold is paid. What ops write by hand is nobody's click.
-- It is recorded with the session or not at all; should it fail, the session stands without it.
CREATE FUNCTION sessions_measure() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz := acting_now();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('booking_attempted', at, NEW.student_id, NEW.course_id, NEW.st_id, jsonb_build_object(
      'course_id', NEW.course_id, 'st_id', NEW.st_id, 'datetime', as_iso_instant(NEW.scheduled_start)));
  END IF;
  IF NEW.status = 'scheduled' THEN
    -- It carries the session's id as its own, so a session that is confirmed twice succeeds once.
    INSERT INTO analytics_events (id, name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES (NEW.id, 'booking_success', at, NEW.student_id, NEW.course_id, NEW.st_id,
      jsonb_build_object('session_id', NEW.id))
    ON CONFLICT (id) DO NOTHING;
  END IF;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of session % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;

CREATE TRIGGER sessions_6_measure_on_insert AFTER INSERT ON sessions
  FOR EACH ROW WHEN (acting_user() = NEW.student_id) EXECUTE FUNCTION sessions_measure();
CREATE TRIGGER sessions_6_measure_on_update AFTER UPDATE ON sessions
  FOR EACH ROW WHEN (NEW.status = 'scheduled' AND OLD.status IN ('pending_payment', 'expired'))
  EXECUTE FUNCTION sessions_measure();

CREATE FUNCTION enrollments_measure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, data)
  VALUES ('schedule_later', acting_now(), NEW.student_id, NEW.course_id,
    jsonb_build_object('course_id', NEW.course_id));
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The analytics of enrollment % were not recorded: %', NEW.id, SQLERRM;
  RETURN NULL;
END
$$;

CREATE TRIGGER enrollments_measure AFTER UPDATE ON enrollments
  FOR EACH ROW WHEN (OLD.deferred_at IS NULL AND NEW.deferred_at IS NOT NULL AND acting_user() = NEW.student_id)
  EXECUTE FUNCTION enrollments_measure();

-- What is asked of them -------------------------------------------------------------------------------

CREATE VIEW booking_funnel AS
  WITH person_days AS (
    SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, course_id, viewer_id,
      max(CASE name
        WHEN 'st_selected' THEN 2
        WHEN 'date_selected' THEN 3
        WHEN 'time_selected' THEN 4
        WHEN 'booking_attempted' THEN 5
        WHEN 'booking_success' THEN 6
        ELSE 1
      END) AS furthest,
      bool_or(name = 'booking_failed') AS has_failed,
      bool_or(name = 'schedule_later') AS has_deferred
    FROM analytics_events
    GROUP BY 1, 2, 3
  )
  SELECT day, course_id, courses.title AS course,
    count(*) AS page_view,
    count(*) FILTER (WHERE furthest >= 2) AS st_selected,
    count(*) FILTER (WHERE furthest >= 3) AS date_selected,
    count(*) FILTER (WHERE furthest >= 4) AS time_selected,
    count(*) FILTER (WHERE furthest >= 5) AS booking_attempted,
    count(*) FILTER (WHERE furthest >= 6) AS booking_success,
    count(*) FILTER (WHERE has_failed) AS booking_failed,
    count(*) FILTER (WHERE has_deferred) AS schedule_later
  FROM person_days JOIN courses ON courses.id = course_id
  GROUP BY day, course_id, courses.title
  ORDER BY day DESC, course;

COMMENT ON VIEW booking_funnel IS
  'Per day (UTC) and course, how many different people reached each step. A later step counts for those before it: whoever came with a chosen ST, by a shared link or through the API skipped some.';

CREATE VIEW offered_but_rejected AS
  SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, course_id, courses.title AS course,
    count(*) FILTER (WHERE name = 'booking_attempted') AS confirmed_clicks,
    count(*) FILTER (WHERE name = 'booking_failed') AS met_a_taken_slot,
    round(count(*) FILTER (WHERE name = 'booking_failed')::numeric
      / nullif(count(*) FILTER (WHERE name = 'booking_attempted'), 0), 4) AS share
  FROM analytics_events JOIN courses ON courses.id = course_id
  WHERE name = 'booking_attempted' OR (name = 'booking_failed' AND data ->> 'error_type' = 'SLOT_UNAVAILABLE')
  GROUP BY day, course_id, courses.title
  ORDER BY day DESC, course;

COMMENT ON VIEW offered_but_rejected IS
  'Slot truth: per day (UTC) and course, the share of confirmed clicks that met a slot which was not free any more. 0 is perfect.';

CREATE VIEW refused_bookings AS
  SELECT failed.occurred_at, failed.viewer_id AS student_id, student.name AS student, courses.title AS course,
    failed.st_id, teacher.name AS teacher, (attempted.data ->> 'datetime')::timestamptz AS wanted_start,
    failed.data ->> 'error_type' AS error_type
  FROM analytics_events AS failed
    JOIN users AS student ON student.id = failed.viewer_id
    JOIN courses ON courses.id = failed.course_id
    LEFT JOIN student_teachers AS st ON st.id = failed.st_id
    LEFT JOIN users AS teacher ON teacher.id = st.user_id
    -- An attempt is written just before its failure.
    LEFT JOIN LATERAL (
      SELECT data FROM analytics_events
      WHERE name = 'booking_attempted' AND viewer_id = failed.viewer_id AND st_id = failed.st_id
        AND occurred_at = failed.occurred_at AND id < failed.id
      ORDER BY id DESC LIMIT 1
    ) AS attempted ON true
  WHERE failed.name = 'booking_failed'
  ORDER BY failed.occurred_at DESC;

COMMENT ON VIEW refused_bookings IS
  'Why somebody could not book: who wanted which time with whom, and the code of the refusal. docs/operations.md explains each code.';
