-- When this session began.
CREATE OR REPLACE FUNCTION pggit.backend_start() RETURNS timestamptz
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT a.backend_start FROM pg_stat_get_activity(pg_backend_pid()) AS a);
END
$$;
ALTER FUNCTION pggit.backend_start() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.backend_start() FROM PUBLIC;
