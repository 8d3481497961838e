COMMENT ON TABLE calendar_claims IS 'When each person is busy. Read-only: follows sessions. Change the session instead.';
