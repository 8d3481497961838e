-- Counts of the last minute need not outlive a crash, and each request that is limited writes here.
ALTER TABLE rate_limits SET UNLOGGED;
