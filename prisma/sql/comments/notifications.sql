COMMENT ON TABLE notifications IS 'Outbox: emails that are pending, sent, voided or failed. Read-only, except that you can set a failed one to pending to retry it.';
COMMENT ON COLUMN notifications.subject_id IS 'Id of the session, enrollment, sign-in link or person that the email is about.';
COMMENT ON COLUMN notifications.version IS 'Version of the subject: a session''s sequence or an enrollment''s number of deferrals.';
