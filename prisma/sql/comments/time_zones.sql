-- What ops read about time zones in a database tool.
COMMENT ON TABLE time_zones IS 'The IANA time zones that people and hours may have, such as Europe/Berlin. Read only: filled by migrations.';
