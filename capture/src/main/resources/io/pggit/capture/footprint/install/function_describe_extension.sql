-- An extension; its members are not described.
CREATE OR REPLACE FUNCTION pggit.describe_extension(extension oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'version', e.extversion,
                   'schema', n.nspname,
                   'owner', pg_get_userbyid(e.extowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = e.oid AND x.classoid = 'pg_extension'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_extension'::regclass, e.oid, e.oid)))
          FROM pg_extension AS e
          JOIN pg_namespace AS n ON n.oid = e.extnamespace
         WHERE e.oid = extension);
END
$$;
ALTER FUNCTION pggit.describe_extension(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_extension(oid) FROM PUBLIC;
