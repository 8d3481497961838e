COMMENT ON TABLE time_zones IS 'Allowed IANA time zones, such as Europe/Berlin. Read-only: filled by migrations.';
