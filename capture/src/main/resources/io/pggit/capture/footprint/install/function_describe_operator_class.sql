-- An operator class with its operators and support functions.
CREATE OR REPLACE FUNCTION pggit.describe_operator_class(operator_class oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
                   'access_method', a.amname,
                   'for_type', format_type(c.opcintype, NULL),
                   'default', CASE WHEN c.opcdefault THEN true END,
                   'family', format('%I.%I', n.nspname, f.opfname),
                   'storage', CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END,
                   'owner', pg_get_userbyid(c.opcowner),
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = c.oid AND x.classoid = 'pg_opclass'::regclass AND x.objsubid = 0),
                   'depends_on', pggit.depends_on('pg_opclass'::regclass, c.oid, c.oid)))
               || pggit.describe_operator_members('pg_opclass'::regclass, c.oid)
          FROM pg_opclass AS c
          JOIN pg_am AS a ON a.oid = c.opcmethod
          JOIN pg_opfamily AS f ON f.oid = c.opcfamily
          JOIN pg_namespace AS n ON n.oid = f.opfnamespace
         WHERE c.oid = operator_class);
END
$$;
ALTER FUNCTION pggit.describe_operator_class(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_operator_class(oid) FROM PUBLIC;
