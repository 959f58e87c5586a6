-- Top-level objects that a command may change without PostgreSQL reporting them, renames apart: partitions and children;
-- the tables above an attached partition; owned sequences; tables of a composite type.
-- script   the text of the command; NULL when it is not known, which stands for any text
CREATE OR REPLACE FUNCTION pggit.changed_silently(classes oid[], objects oid[], script text)
    RETURNS TABLE (class oid, object oid)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhparent = ANY (objects)) THEN
        RETURN QUERY
        WITH RECURSIVE below (relation) AS (
            SELECT unnest(objects)
            UNION
            SELECT h.inhrelid FROM below AS b JOIN pg_inherits AS h ON h.inhparent = b.relation
        ) SELECT 'pg_class'::regclass::oid, b.relation FROM below AS b;
    END IF;
    IF 'pg_type'::regclass = ANY (classes) THEN
        RETURN QUERY
        WITH RECURSIVE below (relation) AS (
            SELECT c.oid FROM pg_depend AS d JOIN pg_class AS c ON c.oid = d.objid
             WHERE d.refclassid = 'pg_type'::regclass AND d.refobjid = ANY (objects)
               AND d.classid = 'pg_class'::regclass AND c.reloftype = d.refobjid
            UNION
            SELECT h.inhrelid FROM below AS b JOIN pg_inherits AS h ON h.inhparent = b.relation
        ) SELECT 'pg_class'::regclass::oid, b.relation FROM below AS b;
    END IF;
    IF script IS NULL OR script ~* '\mattach\M' THEN
        RETURN QUERY
        WITH RECURSIVE above (relation) AS (
            SELECT unnest(objects)
            UNION
            SELECT h.inhparent FROM above AS a JOIN pg_inherits AS h ON h.inhrelid = a.relation
        ) SELECT 'pg_class'::regclass::oid, a.relation FROM above AS a;
    END IF;
    IF script IS NULL OR script ~* '\m(owner|logged|unlogged)\M' THEN
        RETURN QUERY
        SELECT 'pg_class'::regclass::oid, c.oid FROM pg_depend AS d JOIN pg_class AS c ON c.oid = d.objid
         WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ANY (objects) AND d.deptype = 'a'
           AND d.classid = 'pg_class'::regclass AND c.relkind = 'S';
    END IF;
END
$$;
ALTER FUNCTION pggit.changed_silently(oid[], oid[], text) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.changed_silently(oid[], oid[], text) FROM PUBLIC;
