-- Records of a payment refer to it by its id.
CREATE OR REPLACE TRIGGER payments_keep_id BEFORE UPDATE ON payments
  FOR EACH ROW
  WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_id();
