-- What the outbox says and how it can end. A migration of its own: Postgres lets no statement use a new
-- value before the transaction that added it is over.

ALTER TYPE notification_kind ADD VALUE 'schedule-later';
ALTER TYPE notification_kind ADD VALUE 'sign-in';
ALTER TYPE notification_status ADD VALUE 'failed';
