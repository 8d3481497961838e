-- A payment moves only forward: from open to any status, from expired to paid, from paid to refunded. Its session,
-- checkout, amount and currency never change.
CREATE OR REPLACE FUNCTION payments_check_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.session_id, NEW.stripe_checkout_id, NEW.amount_cents, NEW.currency)
       IS DISTINCT FROM (OLD.session_id, OLD.stripe_checkout_id, OLD.amount_cents, OLD.currency)
     OR NOT (NEW.status = OLD.status OR OLD.status = 'open'
       OR (OLD.status = 'expired' AND NEW.status = 'paid')
       OR (OLD.status = 'paid' AND NEW.status = 'refunded')) THEN
    RAISE EXCEPTION 'This change to a % payment is not allowed.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'Payments follow Stripe. Refund the payment in Stripe.';
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION payments_check_change() FROM PUBLIC;
