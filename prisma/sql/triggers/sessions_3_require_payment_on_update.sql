-- A hold is confirmed only when it is paid or waived, and a waiver stays as long as it is needed.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    OLD.status NOT IN ('scheduled', 'completed', 'no_show')
    OR OLD.payment_waiver IS NOT NULL AND NEW.payment_waiver IS NULL
  ) EXECUTE FUNCTION sessions_require_payment();
