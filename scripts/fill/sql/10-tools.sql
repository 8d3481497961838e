-- A deterministic number in [0, 1) for a row and a purpose, independent of insertion order.
CREATE FUNCTION pg_temp.fill_random(row_number bigint, question bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashint8extended(row_number, question) & 4503599627370495) / 4503599627370496.0::double precision
$$;

-- An id like uuidv7(): sorts by creation time, and is unique per table.
CREATE FUNCTION pg_temp.fill_id(kind integer, made_at timestamptz, row_number bigint) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM made_at) * 1000)::bigint), 12, '0') || '7'
    || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(row_number), 15, '0'))::uuid
$$;

-- Picks an element by a number in [0, 1).
CREATE FUNCTION pg_temp.fill_pick(list text[], chance double precision) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT list[1 + floor(chance * cardinality(list))::integer]
$$;
