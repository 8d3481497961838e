-- Unlogged, because every limited request writes here and the counters may be lost in a crash.
ALTER TABLE rate_limits SET UNLOGGED;
