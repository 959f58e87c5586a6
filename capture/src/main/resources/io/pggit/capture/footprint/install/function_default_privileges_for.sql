-- The word of ALTER DEFAULT PRIVILEGES for a kind of object.
CREATE OR REPLACE FUNCTION pggit.default_privileges_for(kind "char") RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT CASE kind WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                         WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' ELSE kind::text END);
END
$$;
ALTER FUNCTION pggit.default_privileges_for("char") OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.default_privileges_for("char") FROM PUBLIC;
