-- The operators and support functions of an operator class; or those of an operator family that belong to none of its
-- classes.
-- owner    the class or the family, as the dependencies of its members name it
-- rows     {operators: [...], functions: [...]}, without what there is none of
CREATE OR REPLACE FUNCTION pggit.describe_operator_members(class oid, owner oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object(
            'operators', (
                SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                           'number', m.amopstrategy,
                           'operator', m.amopopr::regoperator::text,
                           'order_by', CASE m.amoppurpose WHEN 'o' THEN (
                               SELECT format('%I.%I', n.nspname, f.opfname) FROM pg_opfamily AS f
                                 JOIN pg_namespace AS n ON n.oid = f.opfnamespace WHERE f.oid = m.amopsortfamily) END))
                       ORDER BY m.amopstrategy, m.amopopr::regoperator::text COLLATE "C")
                  FROM pg_depend AS d
                  JOIN pg_amop AS m ON m.oid = d.objid
                 WHERE d.classid = 'pg_amop'::regclass AND d.refclassid = class AND d.refobjid = owner AND d.deptype IN ('a', 'i')
                   AND (class = 'pg_opclass'::regclass OR m.amopfamily = owner)),
            'functions', (
                SELECT jsonb_agg(jsonb_build_object(
                           'number', m.amprocnum,
                           'function', m.amproc::regprocedure::text,
                           'types', format('%s, %s', format_type(m.amproclefttype, NULL), format_type(m.amprocrighttype, NULL)))
                       ORDER BY m.amprocnum, m.amproc::regprocedure::text COLLATE "C", m.amproclefttype::regtype::text COLLATE "C",
                                m.amprocrighttype::regtype::text COLLATE "C")
                  FROM pg_depend AS d
                  JOIN pg_amproc AS m ON m.oid = d.objid
                 WHERE d.classid = 'pg_amproc'::regclass AND d.refclassid = class AND d.refobjid = owner AND d.deptype IN ('a', 'i')))));
END
$$;
ALTER FUNCTION pggit.describe_operator_members(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_operator_members(oid, oid) FROM PUBLIC;
