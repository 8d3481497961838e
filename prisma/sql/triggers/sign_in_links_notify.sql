-- Emails every sign-in link.
CREATE OR REPLACE TRIGGER sign_in_links_notify AFTER INSERT ON sign_in_links
  FOR EACH ROW EXECUTE FUNCTION sign_in_links_notify();
