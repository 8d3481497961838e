-- Whether a text holds a line break or another control character, which would end a mail's header.
CREATE OR REPLACE FUNCTION has_control_character(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT value ~ '[\x01-\x1f\x7f-\x9f]'
$$;
