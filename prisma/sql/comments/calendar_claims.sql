-- Descriptions of calendar_claims that database tools show to ops.
COMMENT ON TABLE calendar_claims IS 'When each person is busy. Read-only: follows sessions. Change the session instead.';
