-- Says who acts, until the end of the transaction. Only roles that may execute this function are
-- believed, whatever else sets the variable: see acting_user().
CREATE OR REPLACE FUNCTION set_actor(actor uuid) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('peerloop.actor_id', coalesce(actor::text, ''), true)
$$;
REVOKE EXECUTE ON FUNCTION set_actor(uuid) FROM PUBLIC;
