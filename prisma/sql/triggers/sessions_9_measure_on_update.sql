-- Counts the confirmation of a hold as a success.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.status = 'scheduled' AND OLD.status IN ('pending_payment', 'expired')
  ) EXECUTE FUNCTION sessions_measure();
