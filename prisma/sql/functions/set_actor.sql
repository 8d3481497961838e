-- Sets the acting user for this transaction. acting_user() ignores the setting for roles that may not execute this
-- function.
CREATE OR REPLACE FUNCTION set_actor(actor uuid) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('peerloop.actor_id', coalesce(actor::text, ''), true)
$$;
REVOKE EXECUTE ON FUNCTION set_actor(uuid) FROM PUBLIC;
