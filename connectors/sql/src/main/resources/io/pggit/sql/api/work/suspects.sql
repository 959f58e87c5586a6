-- Objects that may be other than they were when the schema was last found to be as recorded, [[classid, objid], …]: those whose
-- catalog rows changed, those recorded since, and those that show a name that changed. NULL stands for all.
-- p_marks   pggit.catalog_marks() of now; NULL where they are as they were
CREATE OR REPLACE FUNCTION pggit.suspects(p_marks pggit.catalog_mark[]) RETURNS jsonb
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
DECLARE
    since           CONSTANT bigint := (SELECT h.marked_seq FROM pggit.head AS h);
    classes         oid[] := '{}';
    objects         oid[] := '{}';
    renamed_classes oid[];
    renamed         oid[];
BEGIN
    IF since IS NULL OR NOT EXISTS (SELECT FROM pggit.catalog_mark) THEN
        RETURN NULL;
    END IF;
    IF p_marks IS NOT NULL THEN
        SELECT array_agg(coalesce(n.classid, o.classid)), array_agg(coalesce(n.objid, o.objid)),
               array_agg(n.classid) FILTER (WHERE r.renamed), array_agg(n.objid) FILTER (WHERE r.renamed)
          INTO classes, objects, renamed_classes, renamed
          FROM unnest(p_marks) AS n FULL JOIN pggit.catalog_mark AS o USING (classid, objid)
         CROSS JOIN LATERAL (
               SELECT n.names <> o.names AND EXISTS (
                          SELECT FROM unnest(n.names) AS now (name)
                            JOIN unnest(o.names) AS before (name) ON before.name >> 40 = now.name >> 40
                           WHERE before.name <> now.name) AS renamed) AS r
         WHERE n.rows IS DISTINCT FROM o.rows;
        IF renamed_classes && ARRAY['pg_authid'::regclass, 'pg_tablespace'::regclass]::oid[] THEN
            RETURN NULL;
        END IF;
        IF renamed IS NOT NULL THEN
            SELECT classes || array_agg(r.class), objects || array_agg(r.object) INTO classes, objects
              FROM pggit.renamed_with(renamed_classes, renamed) AS r;
        END IF;
    END IF;
    RETURN (
        SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_array(k.class::bigint, k.object::bigint)), '[]')
          FROM (SELECT c.class, c.object FROM unnest(classes, objects) AS c (class, object)
                UNION ALL
                SELECT (e.element ->> 'classid')::oid, (e.element ->> 'objid')::oid
                  FROM pggit.ddl_audit AS a, jsonb_array_elements(a.objects || a.dropped) AS e (element)
                 WHERE a.seq > since AND a.event <> 'operation' AND e.element ? 'objid') AS k
         WHERE k.class NOT IN ('pg_authid'::regclass, 'pg_tablespace'::regclass));
END
$$
