-- A price in the currency's usual format: 25.00 USD, 2500 JPY. Decimal places match the product's pages.
CREATE OR REPLACE FUNCTION as_price(cents integer, currency text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN currency = ANY (string_to_array('afn all bif clp cop djf gnf huf idr iqd irr isk jpy kmf kpw krw lak lbp mga mmk pkr '
      || 'pyg rwf sll sos syp ugx vnd vuv xaf xof xpf yer', ' ')) THEN cents::text
    WHEN currency IN ('bhd', 'jod', 'kwd', 'lyd', 'omr', 'tnd') THEN to_char(cents / 1000.0, 'FM9999999990.000')
    ELSE to_char(cents / 100.0, 'FM9999999990.00')
  END || ' ' || upper(currency)
$$;
