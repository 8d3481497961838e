-- All sessions are read in the order of time, page by page, without sorting them first: Studio does.
CREATE INDEX sessions_by_start ON sessions (scheduled_start);
