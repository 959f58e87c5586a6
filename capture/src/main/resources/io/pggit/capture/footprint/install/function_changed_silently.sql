-- Top-level objects that a command may change without PostgreSQL reporting them, renames apart: partitions and children;
-- the tables above an attached partition; owned sequences; tables of a composite type; tables whose foreign keys to a column
-- are made anew with its type;
-- the commutator and negator of an operator; the classes and the family of an operator class or family;
-- the extensions that an extension requires.
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
    IF classes && ARRAY['pg_operator'::regclass, 'pg_opclass'::regclass, 'pg_opfamily'::regclass]::oid[] THEN
        RETURN QUERY SELECT o.class, o.object FROM pggit.changed_with_operator(classes, objects) AS o;
    END IF;
    IF 'pg_extension'::regclass = ANY (classes) THEN
        -- CREATE EXTENSION ... CASCADE does not report what it makes first
        RETURN QUERY
        WITH RECURSIVE required (extension) AS (
            SELECT unnest(objects)
            UNION
            SELECT d.refobjid FROM required AS r
              JOIN pg_depend AS d ON d.classid = 'pg_extension'::regclass AND d.objid = r.extension
             WHERE d.refclassid = 'pg_extension'::regclass
        ) SELECT 'pg_extension'::regclass::oid, r.extension FROM required AS r;
    END IF;
    IF script IS NULL OR script ~* '\mattach\M' THEN
        RETURN QUERY
        WITH RECURSIVE above (relation) AS (
            SELECT unnest(objects)
            UNION
            SELECT h.inhparent FROM above AS a JOIN pg_inherits AS h ON h.inhrelid = a.relation
        ) SELECT 'pg_class'::regclass::oid, a.relation FROM above AS a;
    END IF;
    IF script IS NULL OR script ~* '\m(type|expression)\M' THEN
        RETURN QUERY
        WITH RECURSIVE below (relation) AS (
            SELECT unnest(objects)
            UNION
            SELECT c.oid FROM pg_depend AS d JOIN pg_class AS c ON c.oid = d.objid
             WHERE d.refclassid = 'pg_type'::regclass AND d.refobjid = ANY (objects)
               AND d.classid = 'pg_class'::regclass AND c.reloftype = d.refobjid
            UNION
            SELECT h.inhrelid FROM below AS b JOIN pg_inherits AS h ON h.inhparent = b.relation
        ) SELECT 'pg_class'::regclass::oid, k.conrelid
            FROM below AS b
            JOIN pg_depend AS d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = b.relation
            JOIN pg_constraint AS k ON k.oid = d.objid
           WHERE d.classid = 'pg_constraint'::regclass AND k.confrelid = b.relation AND k.conrelid <> b.relation;
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
