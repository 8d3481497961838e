-- True if a text contains a line break or another control character, which would allow header injection in emails,
-- or a mark that changes the text direction, which could make one name look like another.
CREATE OR REPLACE FUNCTION has_control_character(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT value ~ '[\x01-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]'
$$;
