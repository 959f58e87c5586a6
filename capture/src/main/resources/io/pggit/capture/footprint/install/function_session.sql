-- What the server knows of this session, whatever the session says of itself. One row.
-- began      when it began
-- role       who logged in; SET SESSION AUTHORIZATION does not change it
-- identity   how that was proved, as SYSTEM_USER tells it; NULL under trust, and before PostgreSQL 16
-- tls        whether the connection is encrypted by TLS
DROP FUNCTION IF EXISTS pggit.session();
CREATE FUNCTION pggit.session() RETURNS TABLE (began timestamptz, role text, identity text, tls boolean)
    LANGUAGE sql STABLE ROWS 1 AS $$
SELECT a.backend_start, pg_catalog.pg_get_userbyid(a.usesysid),
       CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.>=) 160000
            THEN pggit.identity() END, a.ssl
  FROM pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) AS a
$$;
ALTER FUNCTION pggit.session() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.session() FROM PUBLIC;
