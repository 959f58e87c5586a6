-- What every installation needs.
DO $$
BEGIN
    IF pg_catalog.current_setting('server_version_num')::integer < 150000 THEN
        RAISE EXCEPTION 'PostgreSQL % is too old: pgGit needs PostgreSQL 15 or later',
            pg_catalog.current_setting('server_version');
    END IF;
    IF NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r WHERE r.rolname = current_user) THEN
        RAISE EXCEPTION 'role "%" is no superuser: event triggers can only be made by one', current_user
              USING ERRCODE = 'insufficient_privilege', HINT = 'Connect as a superuser.';
    END IF;
END
$$;
