-- The user that the application acts for in this transaction. Null for the system, and for roles that may not
-- execute set_actor, such as peerloop_ops.
CREATE OR REPLACE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN has_function_privilege(session_user, 'public.set_actor(uuid)', 'EXECUTE')
    THEN nullif(current_setting('peerloop.actor_id', true), '')::uuid END
$$;
