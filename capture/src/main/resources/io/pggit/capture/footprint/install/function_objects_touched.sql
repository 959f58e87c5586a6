-- The elements of ddl_audit.objects for one command: what PostgreSQL reported, each by its top-level object and once, in the
-- order reported; then what the command changed besides, marked implied.
-- tag               the command tag
-- script            its exact text; NULL when it is not known, which stands for any text
-- classes, objects  what PostgreSQL reported
-- unnamed           kinds of object it reported without saying which (GRANT and the like)
CREATE OR REPLACE FUNCTION pggit.objects_touched(tag text, script text, classes oid[], objects oid[], unnamed text[])
    RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    classes_direct  oid[];
    objects_direct  oid[];
    classes_implied oid[] := '{}';
    objects_implied oid[] := '{}';
    elements        jsonb;
    more            record;
BEGIN
    SELECT coalesce(array_agg(o.class ORDER BY o.n), '{}'), coalesce(array_agg(o.object ORDER BY o.n), '{}')
      INTO classes_direct, objects_direct
      FROM (SELECT t.class, t.object, min(r.n) AS n
              FROM unnest(classes, objects) WITH ORDINALITY AS r (classid, objid, n),
                   pggit.top_level(r.classid, r.objid) AS t
             WHERE t.object IS NOT NULL GROUP BY 1, 2) AS o;
    IF tag LIKE 'ALTER %' OR tag LIKE 'CREATE %' THEN
        SELECT coalesce(array_agg(c.class), '{}') AS classes, coalesce(array_agg(c.object), '{}') AS objects INTO more
          FROM pggit.changed_silently(classes_direct, objects_direct, script) AS c;
        classes_implied := more.classes;
        objects_implied := more.objects;
    END IF;
    IF tag LIKE 'ALTER %' AND (script IS NULL OR script ~* '\m(rename|schema)\M') THEN
        SELECT array_agg(c.class) AS classes, array_agg(c.object) AS objects INTO more
          FROM pggit.renamed_with(classes || classes_direct || classes_implied,
                                  objects || objects_direct || objects_implied) AS c;
        classes_implied := more.classes;
        objects_implied := more.objects;
    END IF;
    IF unnamed IS NOT NULL OR tag = 'DROP OWNED' OR tag = 'ALTER TABLE' AND coalesce(script ~* '\mdetach\M', true) THEN
        SELECT coalesce(array_agg(t.class), '{}') AS classes, coalesce(array_agg(t.object), '{}') AS objects INTO more
          FROM pggit.written_by_command(CASE WHEN tag IN ('GRANT', 'REVOKE') THEN unnamed
                                             WHEN tag = 'ALTER TABLE' THEN '{TABLE}' END) AS w,
               pggit.top_level(w.class, w.object) AS t
         WHERE t.object IS NOT NULL;
        IF tag IN ('GRANT', 'REVOKE', 'ALTER DEFAULT PRIVILEGES') THEN
            classes_direct := classes_direct || more.classes;
            objects_direct := objects_direct || more.objects;
        ELSE
            classes_implied := classes_implied || more.classes;
            objects_implied := objects_implied || more.objects;
        END IF;
    END IF;
    SELECT jsonb_agg(e.element || jsonb_build_object('cause', CASE WHEN e.direct THEN 'direct' ELSE 'implied' END) ORDER BY e.n)
      INTO elements
      FROM (SELECT o.n, o.direct, coalesce(pggit.describe_object(o.classid, o.objid),
                                           pggit.describe_own(o.classid, o.objid)) AS element
              FROM (SELECT u.classid, u.objid, bool_or(u.direct) AS direct, min(u.n) AS n
                      FROM (SELECT d.classid, d.objid, true, d.n
                              FROM unnest(classes_direct, objects_direct) WITH ORDINALITY AS d (classid, objid, n)
                            UNION ALL
                            SELECT i.classid, i.objid, false, 1000000 + i.n
                              FROM unnest(classes_implied, objects_implied) WITH ORDINALITY AS i (classid, objid, n)
                           ) AS u (classid, objid, direct, n)
                     GROUP BY 1, 2) AS o
             OFFSET 0) AS e
     WHERE e.element IS NOT NULL;
    IF tag = 'ALTER EXTENSION' AND coalesce(script ~* '\mdrop\M', true) THEN
        -- what is no longer a member is tracked from now on, but nothing tells which object it is
        SELECT coalesce(elements, '[]') || coalesce(jsonb_agg(a || '{"cause": "implied"}'::jsonb), '[]') INTO elements
          FROM pggit.describe_all() AS a
         WHERE NOT coalesce(elements, '[]') @> jsonb_build_array(jsonb_build_object('classid', a -> 'classid', 'objid', a -> 'objid'));
    END IF;
    RETURN elements;
END
$$;
ALTER FUNCTION pggit.objects_touched(text, text, oid[], oid[], text[]) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.objects_touched(text, text, oid[], oid[], text[]) FROM PUBLIC;
