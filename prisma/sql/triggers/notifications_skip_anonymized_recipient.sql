-- No mail waits for an anonymized person.
CREATE OR REPLACE TRIGGER notifications_skip_anonymized_recipient BEFORE INSERT ON notifications
  FOR EACH ROW EXECUTE FUNCTION skip_anonymized_recipient();
