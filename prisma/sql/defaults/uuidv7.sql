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
