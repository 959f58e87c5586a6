-- The words of ALTER DEFAULT PRIVILEGES for a kind of object.
CREATE OR REPLACE FUNCTION pggit.default_privileges_for(kind "char") RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT CASE kind WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'
                         WHEN 'n' THEN 'schemas' WHEN 'L' THEN 'large objects' ELSE kind::text END);
END
$$;
ALTER FUNCTION pggit.default_privileges_for("char") OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.default_privileges_for("char") FROM PUBLIC;
