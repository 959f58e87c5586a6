-- Operators that are commutator or negator of one of the given operators; the family of each given operator class; and all
-- classes of these families and of the given ones.
CREATE OR REPLACE FUNCTION pggit.changed_with_operator(classes oid[], objects oid[]) RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH given (class, object) AS (
        SELECT * FROM unnest(classes, objects)
    ), family (object) AS (
        SELECT g.object FROM given AS g WHERE g.class = 'pg_opfamily'::regclass
        UNION
        SELECT c.opcfamily FROM given AS g JOIN pg_opclass AS c ON c.oid = g.object WHERE g.class = 'pg_opclass'::regclass
    )
    SELECT 'pg_operator'::regclass::oid, unnest(ARRAY[o.oprcom, o.oprnegate])
      FROM given AS g JOIN pg_operator AS o ON o.oid = g.object WHERE g.class = 'pg_operator'::regclass
    UNION
    SELECT 'pg_opfamily'::regclass, f.object FROM family AS f
    UNION
    SELECT 'pg_opclass'::regclass, c.oid FROM family AS f JOIN pg_opclass AS c ON c.opcfamily = f.object;
END
$$;
ALTER FUNCTION pggit.changed_with_operator(oid[], oid[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.changed_with_operator(oid[], oid[]) FROM PUBLIC;
