-- What an object and its parts depend on: the names of other top-level objects, sorted; NULL when there is nothing. The
-- table a sequence or an index belongs to is not among them, and an index's own dependencies are told with the index.
-- class, object   a top-level object or an index
-- whole           the top-level object it is or belongs to
CREATE OR REPLACE FUNCTION pggit.depends_on(class oid, object oid, whole oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    classes oid[] := ARRAY[class];
    objects oid[] := ARRAY[object];
    names   jsonb;
BEGIN
    -- the parts whose dependencies are told here
    IF class = 'pg_class'::regclass THEN
        SELECT classes || coalesce(array_agg(p.classid), '{}'), objects || coalesce(array_agg(p.objid), '{}') INTO classes, objects
          FROM (
            -- a default that is a constant depends on nothing its column does not, unless its type is regproc to regcollation,
            -- which name objects
            SELECT 'pg_attrdef'::regclass::oid, d.oid FROM pg_attrdef AS d
             WHERE d.adrelid = object
               AND (d.adbin::text NOT LIKE '{CONST :consttype %'
                    OR substr(d.adbin::text, 19, 5) IN ('24 :c', '2202 ', '2203 ', '2204 ', '2205 ', '2206 ', '3734 ', '3769 ',
                                                        '4089 ', '4096 ', '4191 '))
            UNION ALL
            SELECT d.classid, d.objid FROM pg_depend AS d
             WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = object AND d.deptype IN ('a', 'i', 'P', 'S')
               AND d.classid IN ('pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass, 'pg_rewrite'::regclass)
               -- a foreign key to a partitioned table has others of the same table below it, to each partition
               AND NOT (d.classid = 'pg_constraint'::regclass AND EXISTS (
                    SELECT FROM pg_constraint AS k JOIN pg_constraint AS parent ON parent.oid = k.conparentid
                     WHERE k.oid = d.objid AND parent.conrelid = k.conrelid))
            UNION ALL
            SELECT 'pg_class'::regclass, k.conindid FROM pg_constraint AS k
             WHERE k.conrelid = object AND k.contype IN ('p', 'u', 'x') AND object = whole) AS p (classid, objid);
    ELSIF class IN ('pg_type'::regclass, 'pg_opclass'::regclass, 'pg_opfamily'::regclass, 'pg_publication'::regclass) THEN
        SELECT classes || coalesce(array_agg(d.classid), '{}'), objects || coalesce(array_agg(d.objid), '{}') INTO classes, objects
          FROM pg_depend AS d
         WHERE d.refclassid = class AND d.refobjid = object
           AND d.classid = ANY (CASE class WHEN 'pg_type'::regclass THEN ARRAY['pg_constraint'::regclass]
                                           WHEN 'pg_publication'::regclass
                                           THEN ARRAY['pg_publication_rel'::regclass, 'pg_publication_namespace'::regclass]
                                           ELSE ARRAY['pg_amop'::regclass, 'pg_amproc'::regclass] END)
           AND (class <> 'pg_type'::regclass OR d.deptype IN ('a', 'i', 'P', 'S'));
    END IF;
    WITH referenced AS (
        SELECT DISTINCT d.refclassid, d.refobjid
          FROM unnest(classes, objects) AS p (classid, objid)
          JOIN pg_depend AS d ON d.classid = p.classid AND d.objid = p.objid
         WHERE d.deptype IN ('n', 'a') AND d.refobjid NOT IN (object, whole)
           -- the column a sequence belongs to
           AND NOT (d.deptype = 'a' AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
                    AND d.classid = 'pg_class'::regclass AND d.objid = object)
    ), named AS (
        SELECT DISTINCT pggit.name_of(t.class, t.object) COLLATE "C" AS name
          FROM referenced AS r, pggit.top_level(r.refclassid, r.refobjid) AS t
         WHERE t.object <> whole
        -- asked once, although it is looked at twice
        OFFSET 0
    )
    SELECT jsonb_agg(name ORDER BY name) INTO names FROM named WHERE name IS NOT NULL;
    RETURN names;
END
$$;
ALTER FUNCTION pggit.depends_on(oid, oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.depends_on(oid, oid, oid) FROM PUBLIC;
