-- What the server knows of this session, whatever the session says of itself.
-- began      when it began
-- role       who logged in; SET SESSION AUTHORIZATION does not change it
-- identity   how that was proved, as SYSTEM_USER tells it; NULL under trust, and before PostgreSQL 16
-- tls        whether the connection is encrypted by TLS
CREATE OR REPLACE FUNCTION pggit.session(OUT began timestamptz, OUT role text, OUT identity text, OUT tls boolean)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT a.backend_start, pg_get_userbyid(a.usesysid), a.ssl INTO began, role, tls
      FROM pg_stat_get_activity(pg_backend_pid()) AS a;
    IF current_setting('server_version_num')::integer >= 160000 THEN
        identity := pg_catalog.system_user();
    END IF;
END
$$;
ALTER FUNCTION pggit.session() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.session() FROM PUBLIC;
