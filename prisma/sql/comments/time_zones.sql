-- Descriptions of time_zones that database tools show to ops.
COMMENT ON TABLE time_zones IS 'Allowed IANA time zones, such as Europe/Berlin. Read-only: filled by migrations.';
