-- An anonymized person gets no emails.
CREATE OR REPLACE TRIGGER notifications_skip_anonymized_recipient BEFORE INSERT ON notifications
  FOR EACH ROW EXECUTE FUNCTION skip_anonymized_recipient();
