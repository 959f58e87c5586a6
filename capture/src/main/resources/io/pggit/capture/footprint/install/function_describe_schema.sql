-- A schema.
CREATE OR REPLACE FUNCTION pggit.describe_schema(namespace oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'owner', pg_get_userbyid(n.nspowner),
                   'grants', CASE WHEN n.nspacl IS NOT NULL THEN pggit.grants(n.nspacl, 'n', n.nspowner) END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = n.oid AND x.classoid = 'pg_namespace'::regclass AND x.objsubid = 0)))
          FROM pg_namespace AS n
         WHERE n.oid = namespace);
END
$$;
ALTER FUNCTION pggit.describe_schema(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_schema(oid) FROM PUBLIC;
