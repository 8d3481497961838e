-- What ops read about links to sign in, in a database tool.
COMMENT ON TABLE sign_in_links IS 'Links that sign a person in once. Delete a row to make its link useless.';
