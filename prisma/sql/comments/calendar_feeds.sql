-- Descriptions of calendar_feeds that database tools show to ops.
COMMENT ON TABLE calendar_feeds IS 'Private URLs of calendar feeds. Delete a row to revoke a feed.';
