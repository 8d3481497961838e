-- anonymize_user finds what mail servers said about a person without reading everybody's mail.
CREATE INDEX notifications_with_an_error ON notifications (recipient_id) WHERE last_error IS NOT NULL;
