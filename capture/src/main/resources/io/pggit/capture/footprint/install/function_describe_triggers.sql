-- The triggers of a relation, without PostgreSQL's own. A trigger that a partition has from its parent is left out unless
-- it is enabled otherwise there.
-- facts    {triggers: {name: ...}}
-- parts    {triggers: {name: {classid, objid}}}
CREATE OR REPLACE FUNCTION pggit.describe_triggers(relation oid, OUT facts jsonb, OUT parts jsonb)
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT * INTO facts, parts FROM (
        SELECT jsonb_build_object('triggers', jsonb_object_agg(t.tgname, jsonb_strip_nulls(jsonb_build_object(
                   'definition', pg_get_triggerdef(t.oid),
                   'enabled', CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled'
                                               WHEN 'R' THEN 'replica' ELSE 'always' END,
                   'inherited', CASE WHEN t.tgparentid <> 0 THEN true END,
                   'comment', (SELECT x.description FROM pg_description AS x
                       WHERE x.objoid = t.oid AND x.classoid = 'pg_trigger'::regclass AND x.objsubid = 0))))),
               jsonb_build_object('triggers',
                   jsonb_object_agg(t.tgname, jsonb_build_object('classid', 'pg_trigger'::regclass::oid::bigint,
                                                                 'objid', t.oid::bigint)))
          FROM pg_trigger AS t
          LEFT JOIN pg_trigger AS p ON p.oid = t.tgparentid
         WHERE t.tgrelid = relation AND NOT t.tgisinternal AND t.tgenabled IS DISTINCT FROM p.tgenabled
        HAVING count(*) > 0) AS described;
END
$$;
ALTER FUNCTION pggit.describe_triggers(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_triggers(oid) FROM PUBLIC;
