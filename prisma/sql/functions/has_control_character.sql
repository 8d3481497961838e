-- True if a text contains a line break or another control character, which would allow header injection in emails.
CREATE OR REPLACE FUNCTION has_control_character(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT value ~ '[\x01-\x1f\x7f-\x9f]'
$$;
