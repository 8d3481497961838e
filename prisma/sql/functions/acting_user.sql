-- The person who acts in this transaction, as the application has said. Null for the system, and for
-- every role that may not speak for a person, such as ops in Prisma Studio.
CREATE OR REPLACE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN has_function_privilege(session_user, 'public.set_actor(uuid)', 'EXECUTE')
    THEN nullif(current_setting('peerloop.actor_id', true), '')::uuid END
$$;
