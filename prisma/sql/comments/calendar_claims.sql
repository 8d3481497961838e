-- What ops read about claims in a database tool.
COMMENT ON TABLE calendar_claims IS 'Who is taken from when to when. Follows sessions; read only. Change the session instead.';
