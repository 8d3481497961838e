-- How long rows are kept that nobody needs for ever. This is the only place that says so.
CREATE OR REPLACE FUNCTION retention_periods()
RETURNS TABLE (what text, period interval) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('notifications that were sent or voided', interval '13 months'),
    ('links to sign in, after they expired', interval '1 day'),
    ('analytics events', interval '13 months'),
    ('Stripe''s events', interval '90 days'),
    ('rate limits, after they expired', interval '0')
$$;
