COMMENT ON TABLE sign_in_links IS 'Single-use sign-in links. Delete a row to revoke its link.';
