COMMENT ON TABLE users IS 'People. A person may learn in one course and teach in another.';
COMMENT ON COLUMN users.session_version IS 'Add 1 to sign this person out on every device. Also voids their unused sign-in links.';
COMMENT ON COLUMN users.anonymized_at IS 'When anonymize_user removed the personal data.';
