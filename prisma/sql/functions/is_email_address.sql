-- True if a text is one email address in lower case, with nothing around it. The same rule as emailAddress in
-- lib/users/schema.ts, so that everyone who is stored can sign in. Domains of other alphabets are in punycode.
CREATE OR REPLACE FUNCTION is_email_address(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT char_length(value) <= 320
    AND value ~ '^[a-z0-9!#$%&''*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$'
$$;
