-- An operator family with the operators and support functions that belong to none of its classes.
CREATE OR REPLACE FUNCTION pggit.describe_operator_family(family oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'access_method', a.amname,
                   'owner', pg_get_userbyid(f.opfowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = f.oid AND x.classoid = 'pg_opfamily'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_opfamily'::regclass, f.oid, f.oid)))
               || pggit.describe_operator_members('pg_opfamily'::regclass, f.oid)
          FROM pg_opfamily AS f
          JOIN pg_am AS a ON a.oid = f.opfmethod
         WHERE f.oid = family);
END
$$;
ALTER FUNCTION pggit.describe_operator_family(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_operator_family(oid) FROM PUBLIC;
