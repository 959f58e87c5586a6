-- A schema.
CREATE OR REPLACE FUNCTION pggit.describe_schema(namespace oid) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_strip_nulls(jsonb_build_object(
           'owner', pg_get_userbyid(n.nspowner),
           'grants', CASE WHEN n.nspacl IS NOT NULL THEN pggit.grants(n.nspacl, 'n', n.nspowner) END,
           'comment', pggit.comment_on('pg_namespace'::regclass, n.oid)))
  FROM pg_namespace AS n
 WHERE n.oid = namespace
$$;
ALTER FUNCTION pggit.describe_schema(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_schema(oid) FROM PUBLIC;
