ALTER TABLE analytics_events ADD CONSTRAINT analytics_events_st_is_the_datas CHECK (data ->> 'st_id' = st_id::text);
COMMENT ON CONSTRAINT analytics_events_st_is_the_datas ON analytics_events IS
  'st_id must match the st_id in data.';
