ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_course_is_the_datas CHECK (data ->> 'course_id' = course_id::text);
COMMENT ON CONSTRAINT analytics_events_course_is_the_datas ON analytics_events IS
  'course_id must match the course_id in data.';
