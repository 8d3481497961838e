-- The columns in this order are what rate-limiter-flexible writes by position. Unlogged: counts of the
-- last minute need not outlive a crash, and each request that is limited writes here.
CREATE UNLOGGED TABLE rate_limits (
  key text NOT NULL,
  points integer NOT NULL,
  expire bigint,
  CONSTRAINT rate_limits_pkey PRIMARY KEY (key)
);
