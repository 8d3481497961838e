COMMENT ON TABLE calendar_feeds IS 'Private URLs of calendar feeds. Delete a row to revoke a feed.';
