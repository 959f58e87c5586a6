-- Objects that are not as they were recorded: somebody went past the event triggers. An object each: its name, its key, and
-- whether it is gone. Columns may have another order, since no statement can change that.
CREATE OR REPLACE FUNCTION pggit.drift()
RETURNS TABLE (object text, classid bigint, objid bigint, type text, gone boolean)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH live AS (
        SELECT (d ->> 'classid')::bigint AS classid, (d ->> 'objid')::bigint AS objid, d ->> 'type' AS type,
               d ->> 'identity' AS identity,
               jsonb_strip_nulls(d - 'parts' - 'identity' - 'type' - 'cause')
                   #- '{facts,column_order}' #- '{facts,attribute_order}' AS state
          FROM pggit.describe_all() AS d
         WHERE d ? 'facts'
    ), recorded AS (
        SELECT (r ->> 'classid')::bigint AS classid, (r ->> 'objid')::bigint AS objid, r ->> 'kind' AS kind,
               r ->> 'qualified' AS identity,
               (r - 'qualified') #- '{facts,column_order}' #- '{facts,attribute_order}' AS state
          FROM pggit.ask('recorded') AS r
    )
    SELECT coalesce(l.identity, r.identity), coalesce(l.classid, r.classid), coalesce(l.objid, r.objid),
           coalesce(l.type, replace(r.kind, '_', ' ')), l.objid IS NULL
      FROM live AS l FULL JOIN recorded AS r ON r.classid = l.classid AND r.objid = l.objid
     WHERE l.state IS DISTINCT FROM r.state
     ORDER BY 1
$$
