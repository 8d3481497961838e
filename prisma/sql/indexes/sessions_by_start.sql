-- Lets Studio page through sessions in time order without a sort.
CREATE INDEX sessions_by_start ON sessions (scheduled_start);
