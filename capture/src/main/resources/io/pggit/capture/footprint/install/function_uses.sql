-- What each part of an object uses: {part: {object: [column, ...]}}, so that a plan can be ordered part by part. NULL when
-- nothing is used.
-- part     '' for the object itself, else "column x", "default x", "constraint x", "index x", "trigger x", "policy x", "rule x"
--          or "statistics x"; the query of a view belongs to the view itself
-- object   as depends_on names it, '' for the object the part is in; no columns: the object as a whole
CREATE OR REPLACE FUNCTION pggit.uses(class oid, object oid) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
WITH relation (oid) AS (
    SELECT object WHERE class = 'pg_class'::regclass
    UNION ALL
    SELECT t.typrelid FROM pg_type AS t WHERE class = 'pg_type'::regclass AND t.oid = object AND t.typrelid <> 0
), part (classid, objid, objsubid, name) AS MATERIALIZED (
    SELECT class, object, 0, ''
    UNION ALL
    SELECT 'pg_class'::regclass, r.oid, 0, '' FROM relation AS r WHERE class <> 'pg_class'::regclass
    UNION ALL
    SELECT 'pg_class'::regclass, r.oid, a.attnum::integer, concat('column ', a.attname)
      FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'pg_attrdef'::regclass, d.oid, 0, concat('default ', a.attname)
      FROM relation AS r JOIN pg_attrdef AS d ON d.adrelid = r.oid
      JOIN pg_attribute AS a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 0, concat('constraint ', k.conname)
      FROM pg_constraint AS k WHERE class = 'pg_class'::regclass AND k.conrelid = object AND k.contype NOT IN ('n', 't')
       -- made beside a foreign key for each partition of the table it points to
       AND NOT (k.contype = 'f' AND k.conparentid <> 0
                AND EXISTS (SELECT FROM pg_constraint AS p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid))
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 0, concat('constraint ', k.conname)
      FROM pg_constraint AS k WHERE class = 'pg_type'::regclass AND k.contypid = object AND k.contype NOT IN ('n', 't')
    UNION ALL
    SELECT 'pg_class'::regclass, i.indexrelid, 0,
           concat(CASE WHEN EXISTS (SELECT FROM pg_constraint AS k WHERE k.conrelid = object AND k.conindid = i.indexrelid
                                       AND k.contype IN ('p', 'u', 'x')) THEN 'constraint ' ELSE 'index ' END, c.relname)
      FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
     WHERE class = 'pg_class'::regclass AND i.indrelid = object
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0, concat('trigger ', t.tgname)
      FROM pg_trigger AS t WHERE class = 'pg_class'::regclass AND t.tgrelid = object AND NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_policy'::regclass, p.oid, 0, concat('policy ', p.polname)
      FROM pg_policy AS p WHERE class = 'pg_class'::regclass AND p.polrelid = object
    UNION ALL
    SELECT 'pg_statistic_ext'::regclass, s.oid, 0, concat('statistics ', format('%I.%I', n.nspname, s.stxname))
      FROM pg_statistic_ext AS s JOIN pg_namespace AS n ON n.oid = s.stxnamespace
     WHERE class = 'pg_class'::regclass AND s.stxrelid = object
    UNION ALL
    SELECT 'pg_rewrite'::regclass, w.oid, 0, CASE WHEN w.rulename <> '_RETURN' THEN concat('rule ', w.rulename) ELSE '' END
      FROM pg_rewrite AS w WHERE class = 'pg_class'::regclass AND w.ev_class = object
), used AS (
    SELECT DISTINCT p.name, d.refclassid, d.refobjid, CASE WHEN d.refclassid = 'pg_class'::regclass THEN d.refobjsubid END AS sub
      FROM part AS p
     CROSS JOIN LATERAL (
               -- part by part through the index: the other way round it reads every dependency there is for each object
               SELECT * FROM pg_depend AS d
                WHERE d.classid = p.classid AND d.objid = p.objid AND d.objsubid = p.objsubid OFFSET 0) AS d
     WHERE d.deptype IN ('n', 'a', 'i', 'P', 'S') AND (d.refobjid >= 16384 OR d.refobjid = 2200)
       -- the column a sequence belongs to is told as such
       AND NOT (d.deptype = 'a' AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
                AND EXISTS (SELECT FROM pg_class AS s WHERE s.oid = d.objid AND s.relkind = 'S'))
), named AS (
    SELECT DISTINCT u.name, CASE WHEN t.object = uses.object THEN '' ELSE pggit.name_of(t.class, t.object) END AS whole, a.attname
      FROM used AS u
     CROSS JOIN LATERAL pggit.top_level(u.refclassid, u.refobjid) AS t
      LEFT JOIN pg_attribute AS a ON u.sub > 0 AND a.attrelid = u.refobjid AND a.attnum = u.sub
       AND u.refobjid = t.object
     WHERE t.object IS NOT NULL
), listed AS (
    SELECT name, whole, coalesce(jsonb_agg(attname ORDER BY attname COLLATE "C") FILTER (WHERE attname IS NOT NULL), '[]') AS columns
      FROM named
     WHERE whole IS NOT NULL AND (whole <> '' OR attname IS NOT NULL)
     GROUP BY name, whole
)
SELECT jsonb_object_agg(o.name, o.whole) FROM (
    SELECT name, jsonb_object_agg(whole, columns) AS whole FROM listed GROUP BY name) AS o
HAVING count(*) > 0
$$;
ALTER FUNCTION pggit.uses(oid, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.uses(oid, oid) FROM PUBLIC;
