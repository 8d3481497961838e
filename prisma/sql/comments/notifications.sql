-- What ops read about mails in a database tool.
COMMENT ON TABLE notifications IS 'Emails that are due, sent, voided or failed. Read only, but for one thing: set a failed one to pending to send it again.';
COMMENT ON COLUMN notifications.subject_id IS 'The id of the session, enrollment, link or person it is about.';
COMMENT ON COLUMN notifications.version IS 'Which version of its subject it tells of: a session''s sequence, an enrollment''s deferral.';
