-- A session with a price is a hold until it is paid or payment is waived.
CREATE OR REPLACE FUNCTION sessions_require_payment() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.price_cents IS NULL OR NEW.payment_waiver IS NOT NULL
     OR NEW.status NOT IN ('scheduled', 'completed', 'no_show')
     OR EXISTS (SELECT FROM payments WHERE session_id = NEW.id AND status = 'paid') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'This session has a price and is not paid.'
    USING ERRCODE = 'PL004', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
      HINT = 'To waive payment, write the reason into payment_waiver, for example: paid by invoice.';
END
$$;
REVOKE EXECUTE ON FUNCTION sessions_require_payment() FROM PUBLIC;
