-- Retention periods. This is the only place that defines them.
CREATE OR REPLACE FUNCTION retention_periods()
RETURNS TABLE (what text, period interval) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('sent or voided notifications', interval '13 months'),
    ('expired sign-in links', interval '1 day'),
    ('analytics events', interval '13 months'),
    ('Stripe events', interval '90 days'),
    ('expired rate limits', interval '0')
$$;
