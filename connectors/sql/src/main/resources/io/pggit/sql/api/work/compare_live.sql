-- Objects that are not as they were recorded, an object each: its name and key, whether it is live, and whether it is recorded.
-- Columns may have another order, since no statement can change that.
-- p_keys   [[classid, objid], …] to look at; NULL: everything
CREATE OR REPLACE FUNCTION pggit.compare_live(p_keys jsonb)
RETURNS TABLE (object text, classid bigint, objid bigint, type text, live boolean, recorded boolean)
LANGUAGE sql VOLATILE
SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
    WITH described (element) AS (
        SELECT d FROM pggit.describe_all() AS d WHERE p_keys IS NULL
        UNION ALL
        SELECT pggit.describe((k ->> 0)::oid, (k ->> 1)::oid) FROM jsonb_array_elements(p_keys) AS k
    ), live AS (
        SELECT (d.element ->> 'classid')::bigint AS classid, (d.element ->> 'objid')::bigint AS objid, d.element ->> 'type' AS type,
               d.element ->> 'identity' AS identity,
               jsonb_strip_nulls(d.element - 'parts' - 'identity' - 'type' - 'cause')
                   #- '{facts,column_order}' #- '{facts,attribute_order}' AS state
          FROM described AS d
         WHERE d.element ? 'facts'
    ), recorded AS (
        SELECT (r ->> 'classid')::bigint AS classid, (r ->> 'objid')::bigint AS objid, r ->> 'kind' AS kind,
               r ->> 'qualified' AS identity,
               (r - 'qualified') #- '{facts,column_order}' #- '{facts,attribute_order}' AS state
          FROM pggit.ask('recorded', jsonb_build_object('keys', p_keys)) AS r
    )
    SELECT coalesce(l.identity, r.identity), coalesce(l.classid, r.classid), coalesce(l.objid, r.objid),
           coalesce(l.type, replace(r.kind, '_', ' ')), l.objid IS NOT NULL, r.objid IS NOT NULL
      FROM live AS l FULL JOIN recorded AS r ON r.classid = l.classid AND r.objid = l.objid
     WHERE l.state IS DISTINCT FROM r.state
     ORDER BY 1
$$
