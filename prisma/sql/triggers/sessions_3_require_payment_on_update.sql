-- Checks payment when a session becomes scheduled, and when a waiver is removed.
CREATE OR REPLACE TRIGGER sessions_3_require_payment_on_update BEFORE UPDATE ON sessions
  FOR EACH ROW
  WHEN (
    OLD.status NOT IN ('scheduled', 'completed', 'no_show')
    OR OLD.payment_waiver IS NOT NULL AND NEW.payment_waiver IS NULL
  ) EXECUTE FUNCTION sessions_require_payment();
