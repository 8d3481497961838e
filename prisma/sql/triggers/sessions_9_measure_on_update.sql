-- A hold that is confirmed is a successful booking.
CREATE OR REPLACE TRIGGER sessions_9_measure_on_update AFTER UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    NEW.status = 'scheduled' AND OLD.status IN ('pending_payment', 'expired')
  ) EXECUTE FUNCTION sessions_measure();
