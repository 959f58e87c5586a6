-- Runs before a writer, with the rights of whoever ran the command: the only place that sees the effective role inside
-- somebody's SECURITY DEFINER function, and the search path. It must keep the caller's settings, so it has no SET clause and
-- every name is qualified. The writer of the same event reads the setting next; nothing of the caller's runs in between.
CREATE OR REPLACE FUNCTION pggit.actor() RETURNS event_trigger
    LANGUAGE plpgsql AS $$
DECLARE
    noted pg_catalog.text;
BEGIN
    noted := pg_catalog.set_config('pggit.actor', pg_catalog.jsonb_build_object(
        'session_role', session_user, 'effective_role', current_user,
        'role_setting', pg_catalog.current_setting('role'),
        'search_path', pg_catalog.current_setting('search_path'),
        'backend_pid', pg_catalog.pg_backend_pid())::pg_catalog.text, true);
END
$$;
ALTER FUNCTION pggit.actor() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.actor() FROM PUBLIC;
