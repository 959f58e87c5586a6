-- Objects in which the live schema differs from HEAD with the caller's own DDL: somebody went past the event triggers. Columns
-- may have another order, since no statement can change that.
CREATE OR REPLACE FUNCTION pggit.live_differences() RETURNS TABLE (object_name text, difference text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
    WITH live AS (
        SELECT concat_ws(' ', d ->> 'kind', d ->> 'schema', d ->> 'name', d ->> 'signature') AS object, d ->> 'identity' AS identity,
               jsonb_strip_nulls(d -> 'facts') - 'column_order' - 'attribute_order' AS facts
          FROM pggit.describe_all() AS d
         WHERE d ? 'facts'
    ), head AS (
        SELECT concat_ws(' ', h ->> 'kind', h ->> 'schema', h ->> 'name', h ->> 'signature') AS object,
               concat_ws('.', h ->> 'schema', h ->> 'name') AS identity,
               h -> 'facts' #- '{column_order}' #- '{attribute_order}' AS facts
          FROM pggit.ask('facts') AS h
    )
    SELECT coalesce(l.identity, h.identity),
           CASE WHEN h.object IS NULL THEN 'not at HEAD' WHEN l.object IS NULL THEN 'not live' ELSE 'different' END
      FROM live AS l FULL JOIN head AS h USING (object)
     WHERE l.facts IS DISTINCT FROM h.facts
     ORDER BY 1
$$
