-- What pggit.actor left for this command: effective_role, role_setting, search_path; takes it away. The effective role is
-- "(unknown)" when the actor trigger did not run or somebody else wrote the setting, which is a sign of tampering.
-- It once returned text: made anew, since the type of a result cannot be replaced.
DROP FUNCTION IF EXISTS pggit.take_actor();
CREATE OR REPLACE FUNCTION pggit.take_actor() RETURNS jsonb
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    actor jsonb := '{}';
    taken text;
BEGIN
    IF current_setting('pggit.actor', true) <> '' THEN
        actor := current_setting('pggit.actor', true)::jsonb;
    END IF;
    taken := set_config('pggit.actor', '', true);
    IF actor ->> 'session_role' = session_user AND actor ->> 'backend_pid' = pg_backend_pid()::text THEN
        RETURN actor;
    END IF;
    RETURN '{"effective_role": "(unknown)"}';
END
$$;
ALTER FUNCTION pggit.take_actor() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.take_actor() FROM PUBLIC;
