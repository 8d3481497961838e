-- Ids that sort by the time they were made: 48 bits of milliseconds, 12 bits of the fraction of the
-- millisecond, a counter of 30 bits and 32 random bits. Two ids made one after the other always rise,
-- also within a microsecond, because the counter does. PostgreSQL 18 finds its own uuidv7() first.
CREATE SEQUENCE IF NOT EXISTS uuidv7_counter AS integer MINVALUE 0 MAXVALUE 1073741823 START 0 CYCLE;

CREATE OR REPLACE FUNCTION uuidv7() RETURNS uuid LANGUAGE plpgsql VOLATILE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  -- Drawn first, so that the clock can only have moved on since.
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
