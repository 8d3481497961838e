-- Lets anonymize_user find a person's delivery errors without reading all notifications.
CREATE INDEX notifications_with_an_error ON notifications (recipient_id) WHERE last_error IS NOT NULL;
