-- Exclusion constraints can compare ids and weekdays beside ranges.
CREATE EXTENSION IF NOT EXISTS btree_gist;
