-- A notification is sent at most once, with its original subject, recipient, kind and due time. Sent is final, and
-- only failed can be retried. Ops can only retry; the dispatcher uses functions that run as the table owner.
CREATE OR REPLACE FUNCTION notifications_check_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  is_retry boolean := OLD.status = 'failed' AND NEW.status = 'pending';
  by_hand boolean := current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID);
BEGIN
  IF (NEW.kind, NEW.subject_type, NEW.subject_id, NEW.recipient_id, NEW.version, NEW.due_at, NEW.created_at)
       IS DISTINCT FROM
       (OLD.kind, OLD.subject_type, OLD.subject_id, OLD.recipient_id, OLD.version, OLD.due_at, OLD.created_at)
     OR (by_hand AND NOT is_retry)
     OR NOT (NEW.status = OLD.status OR is_retry OR OLD.status = 'pending'
       OR (OLD.status = 'voided' AND NEW.status = 'sent')) THEN
    RAISE EXCEPTION 'This change to a % notification is not allowed.', OLD.status
      USING ERRCODE = 'restrict_violation', SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME,
        HINT = 'You can only retry a failed notification: set its status to pending.';
  END IF;
  IF is_retry THEN
    NEW.attempts := 0;
    NEW.first_attempted_at := NULL;
    NEW.next_attempt_at := NULL;
  END IF;
  RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION notifications_check_change() FROM PUBLIC;
