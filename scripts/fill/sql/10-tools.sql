-- The same number in [0, 1) each time for the same row and question, whatever order rows are made in.
CREATE FUNCTION pg_temp.fill_random(row_number bigint, question bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashint8extended(row_number, question) & 4503599627370495) / 4503599627370496.0::double precision
$$;

-- An id like those of uuidv7(): it sorts by the moment, and no two rows of a kind share one.
CREATE FUNCTION pg_temp.fill_id(kind integer, made_at timestamptz, row_number bigint) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM made_at) * 1000)::bigint), 12, '0') || '7'
    || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(row_number), 15, '0'))::uuid
$$;

-- One of a list, by a number in [0, 1).
CREATE FUNCTION pg_temp.fill_pick(list text[], chance double precision) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT list[1 + floor(chance * cardinality(list))::integer]
$$;
