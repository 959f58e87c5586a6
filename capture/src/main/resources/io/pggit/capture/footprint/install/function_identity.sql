-- How the client proved who it is, as SYSTEM_USER tells it; NULL under trust. Only for PostgreSQL 16 and later, which have it.
CREATE OR REPLACE FUNCTION pggit.identity() RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN pg_catalog.system_user();
END
$$;
ALTER FUNCTION pggit.identity() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.identity() FROM PUBLIC;
