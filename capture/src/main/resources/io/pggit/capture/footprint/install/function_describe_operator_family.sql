-- An operator family with the operators and support functions that belong to none of its classes.
CREATE OR REPLACE FUNCTION pggit.describe_operator_family(family oid) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
SELECT jsonb_strip_nulls(jsonb_build_object(
           'access_method', a.amname,
           'owner', pg_get_userbyid(f.opfowner),
           'comment', pggit.comment_on('pg_opfamily'::regclass, f.oid),
           'depends_on', pggit.depends_on('pg_opfamily'::regclass, f.oid, f.oid)))
       || pggit.describe_operator_members('pg_opfamily'::regclass, f.oid)
  FROM pg_opfamily AS f
  JOIN pg_am AS a ON a.oid = f.opfmethod
 WHERE f.oid = family
$$;
ALTER FUNCTION pggit.describe_operator_family(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_operator_family(oid) FROM PUBLIC;
