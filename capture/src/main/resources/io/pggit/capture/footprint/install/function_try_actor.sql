-- pggit.actor for mode available: what goes wrong in it does not reach the command, and the writer, which finds no actor, says so.
CREATE OR REPLACE FUNCTION pggit.try_actor() RETURNS event_trigger
    LANGUAGE plpgsql AS $$
DECLARE
    noted pg_catalog.text;
BEGIN
    noted := pg_catalog.set_config('pggit.actor', pg_catalog.jsonb_build_object(
        'session_role', session_user, 'effective_role', current_user,
        'role_setting', pg_catalog.current_setting('role'),
        'search_path', pg_catalog.current_setting('search_path'),
        'backend_pid', pg_catalog.pg_backend_pid())::pg_catalog.text, true);
EXCEPTION WHEN OTHERS THEN
    RAISE WARNING 'pgGit could not note who runs this command (SQLSTATE %)', SQLSTATE;
END
$$;
ALTER FUNCTION pggit.try_actor() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.try_actor() FROM PUBLIC;
