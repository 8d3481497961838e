-- Lets exclusion constraints combine ids and weekdays with ranges.
CREATE EXTENSION IF NOT EXISTS btree_gist;
