-- The identity property of a column, with the options of the sequence behind it.
CREATE OR REPLACE FUNCTION pggit.describe_identity(relation oid, attribute smallint, identity "char") RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
                   'generated', CASE identity WHEN 'a' THEN 'always' ELSE 'by default' END,
                   'sequence', pggit.sequence_options(s.oid) || jsonb_strip_nulls(jsonb_build_object(
                       'name', format('%I.%I', n.nspname, s.relname),
                       'persistence', CASE s.relpersistence WHEN 'u' THEN 'unlogged' END,
                       'grants', CASE WHEN s.relacl IS NOT NULL THEN pggit.grants(s.relacl, 's', s.relowner) END,
                       'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = s.oid AND x.classoid = 'pg_class'::regclass AND x.objsubid = 0))))
          FROM pg_depend AS d
          JOIN pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
          JOIN pg_namespace AS n ON n.oid = s.relnamespace
         WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = relation AND d.refobjsubid = attribute
           AND d.classid = 'pg_class'::regclass AND d.deptype = 'i');
END
$$;
ALTER FUNCTION pggit.describe_identity(oid, smallint, "char") OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_identity(oid, smallint, "char") FROM PUBLIC;
