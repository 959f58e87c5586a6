-- The effective role that pggit.actor left for this command; takes it away. "(unknown)" when the actor trigger did not run
-- or somebody else wrote the setting, which is a sign of tampering.
CREATE OR REPLACE FUNCTION pggit.take_actor() RETURNS text
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    actor CONSTANT jsonb := nullif(current_setting('pggit.actor', true), '')::jsonb;
BEGIN
    PERFORM set_config('pggit.actor', '', true);
    IF actor ->> 'session_role' = session_user AND (actor ->> 'backend_pid')::integer = pg_backend_pid() THEN
        RETURN actor ->> 'effective_role';
    END IF;
    RETURN '(unknown)';
END
$$;
ALTER FUNCTION pggit.take_actor() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.take_actor() FROM PUBLIC;
