-- What is still there of which the command has dropped a member that no key of its own tells: publications, operator families
-- with their classes, and operators whose commutator or negator is gone. For sql_drop only.
CREATE OR REPLACE FUNCTION pggit.lost_member() RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH dropped AS MATERIALIZED (
        SELECT d.classid, d.objid, d.address_names, d.address_args FROM pg_event_trigger_dropped_objects() AS d
    ), family (object) AS (
        SELECT f.oid FROM dropped AS d
          JOIN pg_am AS a ON a.amname = d.address_names[1]
          JOIN pg_namespace AS n ON n.nspname = d.address_names[2]
          JOIN pg_opfamily AS f ON f.opfmethod = a.oid AND f.opfnamespace = n.oid AND f.opfname = d.address_names[3]
         WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    )
    SELECT 'pg_publication'::regclass::oid, p.oid FROM dropped AS d
      JOIN pg_publication AS p ON p.pubname = d.address_args[1]
     WHERE d.classid IN ('pg_publication_rel'::regclass, 'pg_publication_namespace'::regclass)
    UNION
    SELECT 'pg_opfamily'::regclass, f.object FROM family AS f
    UNION
    SELECT 'pg_opclass'::regclass, c.oid FROM family AS f JOIN pg_opclass AS c ON c.opcfamily = f.object
    UNION
    SELECT 'pg_operator'::regclass, o.oid FROM pg_operator AS o
     WHERE EXISTS (SELECT FROM dropped AS d WHERE d.classid = 'pg_operator'::regclass)
       AND (age(o.xmin) <= 0 AND pggit.is_own_xid(o.xmin)
            -- a link that is not returned is left, to nothing
            OR o.oprcom IN (SELECT d.objid FROM dropped AS d WHERE d.classid = 'pg_operator'::regclass)
            OR o.oprnegate IN (SELECT d.objid FROM dropped AS d WHERE d.classid = 'pg_operator'::regclass));
END
$$;
ALTER FUNCTION pggit.lost_member() OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.lost_member() FROM PUBLIC;
