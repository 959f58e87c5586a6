-- A transform.
CREATE OR REPLACE FUNCTION pggit.describe_transform(transform oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'type', format_type(t.trftype, NULL),
                   'language', l.lanname,
                   'from_sql', CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END,
                   'to_sql', CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = t.oid AND x.classoid = 'pg_transform'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_transform'::regclass, t.oid, t.oid)))
          FROM pg_transform AS t
          JOIN pg_language AS l ON l.oid = t.trflang
         WHERE t.oid = transform);
END
$$;
ALTER FUNCTION pggit.describe_transform(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_transform(oid) FROM PUBLIC;
