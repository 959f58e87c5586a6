-- The top-level objects whose canonical text may change when the given objects are renamed or moved: their parts, what is
-- inside them (schema, extension, partitions, typed tables), and whatever depends on any of these or names it as its commutator or
-- negator.
CREATE OR REPLACE FUNCTION pggit.renamed_with(classes oid[], objects oid[])
    RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH RECURSIVE renamed (classid, objid) AS (
        SELECT * FROM unnest(classes, objects)
        UNION
        SELECT n.classid, n.objid
          FROM renamed AS r
         CROSS JOIN LATERAL (
            -- parts and contents; a routine or operator too, since its identity holds the names of its argument types
            SELECT d.classid, d.objid FROM pg_depend AS d
             WHERE d.refclassid = r.classid AND d.refobjid = r.objid
               AND (d.deptype IN ('a', 'i', 'e', 'P', 'S') OR r.classid = 'pg_namespace'::regclass
                    OR d.classid IN ('pg_proc'::regclass, 'pg_operator'::regclass))
            UNION ALL
            SELECT 'pg_class'::regclass, h.inhrelid FROM pg_inherits AS h
             WHERE r.classid = 'pg_class'::regclass AND h.inhparent = r.objid
            UNION ALL
            SELECT 'pg_class'::regclass, c.oid FROM pg_depend AS d JOIN pg_class AS c ON c.oid = d.objid
             WHERE r.classid = 'pg_type'::regclass AND d.refclassid = 'pg_type'::regclass AND d.refobjid = r.objid
               AND d.classid = 'pg_class'::regclass AND c.reloftype = r.objid) AS n
    ), touched (classid, objid) AS (
        SELECT classid, objid FROM renamed
        UNION
        SELECT d.classid, d.objid FROM renamed AS r
          JOIN pg_depend AS d ON d.refclassid = r.classid AND d.refobjid = r.objid
        UNION
        SELECT 'pg_operator'::regclass, o.oid FROM pg_operator AS o
         WHERE EXISTS (SELECT FROM renamed AS r WHERE r.classid = 'pg_operator'::regclass)
           AND (o.oprcom IN (SELECT r.objid FROM renamed AS r WHERE r.classid = 'pg_operator'::regclass)
                OR o.oprnegate IN (SELECT r.objid FROM renamed AS r WHERE r.classid = 'pg_operator'::regclass))
    )
    SELECT DISTINCT t.class, t.object FROM touched, pggit.top_level(touched.classid, touched.objid) AS t
     WHERE t.object IS NOT NULL
    UNION
    -- an extension lists its members
    SELECT d.refclassid, d.refobjid FROM touched AS m
      JOIN pg_depend AS d ON d.classid = m.classid AND d.objid = m.objid AND d.deptype = 'e';
END
$$;
ALTER FUNCTION pggit.renamed_with(oid[], oid[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.renamed_with(oid[], oid[]) FROM PUBLIC;
