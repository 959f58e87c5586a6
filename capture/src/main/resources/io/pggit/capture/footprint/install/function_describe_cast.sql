-- A cast.
CREATE OR REPLACE FUNCTION pggit.describe_cast("cast" oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'source', format_type(c.castsource, NULL),
                   'target', format_type(c.casttarget, NULL),
                   'method', CASE c.castmethod WHEN 'f' THEN 'function' WHEN 'i' THEN 'inout' ELSE 'binary' END,
                   'function', CASE WHEN c.castfunc <> 0 THEN c.castfunc::regprocedure::text END,
                   'context', CASE c.castcontext WHEN 'a' THEN 'assignment' WHEN 'i' THEN 'implicit' ELSE 'explicit' END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = c.oid AND x.classoid = 'pg_cast'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_cast'::regclass, c.oid, c.oid)))
          FROM pg_cast AS c
         WHERE c.oid = "cast");
END
$$;
ALTER FUNCTION pggit.describe_cast(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_cast(oid) FROM PUBLIC;
