-- An access method.
CREATE OR REPLACE FUNCTION pggit.describe_access_method(method oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'type', CASE a.amtype WHEN 't' THEN 'table' ELSE 'index' END,
                   'handler', a.amhandler::regproc::text,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = a.oid AND x.classoid = 'pg_am'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_am'::regclass, a.oid, a.oid)))
          FROM pg_am AS a
         WHERE a.oid = method);
END
$$;
ALTER FUNCTION pggit.describe_access_method(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_access_method(oid) FROM PUBLIC;
