-- The version of the footprint; every audit row carries it.
CREATE OR REPLACE FUNCTION pggit.footprint_version() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$ SELECT '1' $$;
ALTER FUNCTION pggit.footprint_version() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.footprint_version() FROM PUBLIC;
